"""Words of the interface, from one gettext catalogue for site, paper and packages."""

from builder.locale.catalogue import Catalogue, catalogue

__all__ = ["Catalogue", "catalogue"]
