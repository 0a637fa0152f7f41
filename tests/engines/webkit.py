"""The tour in WebKitGTK, through its own driver. Needs a display."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service
from tour import PATIENCE, task, tell, tour

KEYS = {"Tab": Keys.TAB, "Enter": Keys.ENTER, "Space": Keys.SPACE, "Escape": Keys.ESCAPE}


@dataclass(frozen=True)
class DriverHands:
    """Hands on a page of a WebDriver."""

    driver: Any

    def run(self, script: str, argument: object = None) -> Any:
        """Call a JavaScript function on the page."""
        return self.driver.execute_script(f"return ({script})(arguments[0]);", argument)

    def press(self, key: str) -> None:
        """Press a key where focus is."""
        ActionChains(self.driver).send_keys(KEYS[key]).perform()

    def type(self, words: str) -> None:
        """Type where focus is."""
        ActionChains(self.driver).send_keys(words).perform()

    def pick(self, selector: str, value: str) -> None:
        """Choose from a native list, away from the header, which the driver would click instead."""
        self.run("at => document.querySelector(at).scrollIntoView({block: 'center'})", selector)
        Select(self.driver.find_element(By.CSS_SELECTOR, selector)).select_by_value(value)


def main() -> None:
    """Tour the pages of the task in WebKitGTK's small browser."""
    wanted = task()
    options = Options()
    options.binary_location = wanted["browser"]
    options.add_argument("--automation")
    driver = webdriver.WebKitGTK(options=options, service=Service(wanted["driver"]))
    try:
        driver.set_script_timeout(PATIENCE)
        driver.set_window_size(1280, 900)
        result = tour(lambda path: _opened(driver, wanted["base"] + path), wanted)
        tell(f"WebKitGTK {driver.capabilities['browserVersion']}", result)
    finally:
        driver.quit()


def _opened(driver: Any, address: str) -> DriverHands:
    driver.get(address)
    return DriverHands(driver)


if __name__ == "__main__":
    main()
