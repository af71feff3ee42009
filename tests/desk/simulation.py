"""A window that is no browser: NiceGUI's simulation of a user, for all that needs none."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from nicegui import Client, ElementFilter, ui
from nicegui.testing import User
from nicegui.testing.user_interaction import UserInteraction
from nicegui.testing.user_simulation import user_simulation

from renjadoc.desk.pages import add_pages

_PAUSE, _SECONDS = 0.05, 30.0


class Visitor:
    """Somebody at the page; what is looked for may take a while to come."""

    def __init__(self, user: User) -> None:
        self.user = user

    async def go(self, address: str) -> None:
        """Open a screen."""
        await self.user.open(address)

    async def await_that(self, holds: Callable[[], Any]) -> Any:
        """What `holds` gives as soon as it gives something; fails after a while, and says what stands there."""
        for _ in range(int(_SECONDS / _PAUSE)):
            if found := holds():
                return found
            await asyncio.sleep(_PAUSE)
        raise AssertionError(f"never came; there is: {self.list_texts()}")

    async def see(self, text: str) -> None:
        """Wait until a text that holds `text` is shown."""
        await self.await_that(lambda: any(text in one for one in self.list_texts()))

    def list_texts(self) -> list[str]:
        """All texts that are shown, in their order."""
        with self.user:
            return [text for one in ElementFilter() for text in _texts_of(one)]

    def find(self, kind: type[ui.element], name: str) -> Any:
        """The last element of a kind whose text, label or name is `name`; None where there is none."""
        with self.user:
            found = [one for one in ElementFilter(kind=kind) if name in _names_of(one) and _is_shown(one)]
        return found[-1] if found else None

    def list_kind(self, kind: type[ui.element]) -> list[Any]:
        """All elements of a kind."""
        with self.user:
            return list(ElementFilter(kind=kind))

    def send(self, element: ui.element, event: str, args: Any) -> None:
        """Let a browser's event come from an element."""
        UserInteraction(self.user, {element}, None).trigger(event, args)

    async def press(self, name: str, kind: type[ui.element] = ui.button) -> None:
        """Press a button or a box to be ticked."""
        element = await self.await_that(lambda: self.find(kind, name))
        with self.user:
            if isinstance(element, ui.checkbox):
                element.value = not element.value
                return
        UserInteraction(self.user, {element}, None).click()

    async def fill(self, label: str, value: Any) -> None:
        """Put a value into a field."""
        element = await self.await_that(lambda: self.find(ui.element, label))
        with self.user:
            element.value = value

    async def drop(self, label: str, file: Path | tuple[str, bytes]) -> Any:
        """Drop a file into the place called `label`; what the page answers."""
        name, data = file if isinstance(file, tuple) else (file.name, file.read_bytes())
        upload = await self.await_that(lambda: self.find(ui.upload, label))
        return await self.user.http_client.post(upload.props["url"], files={"file": (name, data)})

    async def take(self) -> bytes:
        """The file that is offered to be downloaded."""
        response = await self.user.download.next(timeout=_SECONDS)
        return bytes(response.content)


def visit(root: Path, story: Callable[[Visitor], Awaitable[None]]) -> None:
    """Let somebody do at the page of `root` what `story` tells."""

    async def tell() -> None:
        async with user_simulation() as user:
            add_pages(root)
            try:
                await story(Visitor(user))
            finally:
                # The simulation would unload the modules of these pages, and of all that is above them.
                Client.page_routes.clear()

    asyncio.run(tell())


def address_of(folder: Path, screen: str) -> str:
    return f"/renja/{quote(folder.name)}/{screen}"


def _texts_of(element: ui.element) -> list[str]:
    content = getattr(element, "text", None), element.props.get("label"), element.props.get("hint")
    return [text for text in content if isinstance(text, str) and text]


def _is_shown(element: ui.element) -> bool:
    """Whether no window above the page that is closed holds it; in a browser such windows go."""
    return all(above.value for above in element.ancestors() if isinstance(above, ui.dialog))


def _names_of(element: ui.element) -> list[str]:
    return [*_texts_of(element), str(element.props.get("aria-label", ""))]
