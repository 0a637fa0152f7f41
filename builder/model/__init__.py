"""The values that every part speaks: course, items, activities, scenarios, organisation, edition, plan.

Names are imported from the module that defines them (``from builder.model.items import Item``).
"""
