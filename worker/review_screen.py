"""
`fanpace review` on a terminal: the list on the left, chat and draft on the right, keys only.

Shows a worker/review_desk.py and passes keys on to it. Works at 80x24, and says nothing by colour
alone.
"""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from worker.review import (
    as_text,
    bubbles_in,
    conversation_of,
    draft_of,
    edit_of,
    faults_in,
    heading_of,
    row_of,
)
from worker.review_desk import Desk
from worker.rows import Json

KEYS = "a approve  e edit  w rewrite  r drop  t take over  u undo  n next  q quit"
EDIT_KEYS = "ctrl+s send it so  escape leave the draft as it is  (blank line: next bubble)"


class ReviewScreen(App[None]):
    """Lets one person decide about one draft after another."""

    CSS = """
    #count, #said, #keys { height: 1; }
    #list { width: 27; border: none; padding: 0; }
    #side { padding: 0 1; border-left: solid $foreground; }
    #editor { display: none; height: 8; }
    ReviewScreen.editing #editor { display: block; }
    """
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "decide('approve')"),
        Binding("w", "decide('rewrite')"),
        Binding("r", "decide('drop')"),
        Binding("t", "decide('take_over')"),
        Binding("e", "edit"),
        Binding("u", "undo"),
        Binding("n", "next"),
        Binding("j,down", "move(1)", priority=True),
        Binding("k,up", "move(-1)", priority=True),
        Binding("ctrl+s", "send_edit", priority=True),
        Binding("escape", "leave_edit", priority=True),
        Binding("q", "leave"),
    ]

    def __init__(self, desk: Desk, *, every: float = 3.0) -> None:
        """`every`: seconds between two looks at the list."""
        super().__init__()
        self._desk = desk
        self._every = every
        self._edited: Json | None = None
        self._shown: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static(id="count")
        with Horizontal():
            yield OptionList(id="list")
            with VerticalScroll(id="side", can_focus=False):
                yield Static(id="item")
                yield TextArea(id="editor")
        yield Static(id="said")
        yield Static(KEYS, id="keys")

    def on_mount(self) -> None:
        self.set_interval(self._every, self.look)
        self.set_interval(0.2, self.tell)
        self.look()

    # -- the database, beside the keys

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        await self._desk.refresh()
        self.show()

    @work(exclusive=False, group="tell")
    async def tell(self) -> None:
        if await self._desk.tell():
            await self._desk.refresh()
            self.show()

    # -- keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the editor letters are letters, and outside of it nothing is sent as edited."""
        editing = self._edited is not None
        if action in ("decide", "edit", "undo", "next", "move", "leave"):
            return not editing
        if action in ("send_edit", "leave_edit"):
            return editing
        return True

    def action_decide(self, what: str) -> None:
        self._desk.decide(what)
        self.show()

    def action_undo(self) -> None:
        self._desk.undo()
        self.show()

    def action_next(self) -> None:
        self._desk.next()
        self.show()

    def action_move(self, by: int) -> None:
        places = [item["turn_id"] for item in self._desk.items]
        if self._desk.chosen in places:
            self._desk.choose(places.index(self._desk.chosen) + by)
            self.show()

    def action_edit(self) -> None:
        item = self._desk.item
        if item is None:
            return
        if item["refusal"] or item["fixed_text"]:
            why = item["refusal"] or "a fixed text goes out as it is"
            self._desk.said = f"not to be edited: {why}"
        else:
            self._edited = item
            self.add_class("editing")
            editor = self.query_one("#editor", TextArea)
            editor.text = as_text(item)
            editor.focus()
            self.query_one("#side").scroll_end(animate=False)
        self.show()

    def action_send_edit(self) -> None:
        if self._edited is None:
            return
        texts = bubbles_in(self.query_one("#editor", TextArea).text)
        if faults := faults_in(texts):
            self._desk.said = "; ".join(faults)
        elif self._is_void():
            self._desk.said = "the draft has changed meanwhile: escape, and look again"
        else:
            told = edit_of(self._edited, texts)
            self._desk.decide("edit", told, seen=self._edited)
            self._close_editor()
        self.show()

    def action_leave_edit(self) -> None:
        self._desk.said = "not edited"
        self._close_editor()
        self.show()

    async def action_leave(self) -> None:
        """Tell what was decided, and go."""
        await self._desk.tell(everything=True)
        self.exit()

    @on(OptionList.OptionHighlighted)
    def _choose(self, event: OptionList.OptionHighlighted) -> None:
        if self._edited is None and event.option_index < len(self._desk.items):
            self._desk.choose(event.option_index)
            self.show()

    def _is_void(self) -> bool:
        edited = self._edited
        return edited is not None and not any(
            item["turn_id"] == edited["turn_id"] and item["revision"] == edited["revision"]
            for item in self._desk.items
        )

    def _close_editor(self) -> None:
        self._edited = None
        self.remove_class("editing")
        self.query_one("#list").focus()

    # -- the picture

    def show(self) -> None:
        """Draw what has changed, so that nothing jumps under the reader's eyes."""
        desk = self._desk
        stopped = "  STOPPED: nothing goes out" if desk.stopped else ""
        more = f", of {desk.waiting}" if desk.waiting > len(desk.items) else ""
        self.query_one("#count", Static).update(
            Text(f"{max(0, desk.undecided)} waiting{more}{stopped}", style="bold")
        )
        self.query_one("#said", Static).update(Text(desk.said, no_wrap=True, overflow="ellipsis"))
        self.query_one("#keys", Static).update(Text(EDIT_KEYS if self._edited else KEYS))
        self._show_list()
        shown = (desk.item, self._edited is not None, desk.chosen in desk.decisions)
        if shown != self._shown:
            self.query_one("#item", Static).update(self._item_text())
            if self._shown[:1] != shown[:1] and self._edited is None:
                self.query_one("#side").scroll_home(animate=False)
            self._shown = shown

    def _show_list(self) -> None:
        desk, options = self._desk, self.query_one("#list", OptionList)
        rows = [
            f"{self._mark(item)} {row_of(item)}" for item in desk.items
        ]  # fmt: skip
        prompts = [Text(row, no_wrap=True) for row in rows]
        with self.prevent(OptionList.OptionHighlighted):
            if options.option_count != len(rows):
                options.set_options([Option(prompt) for prompt in prompts])
            else:
                for place, prompt in enumerate(prompts):
                    options.replace_option_prompt_at_index(place, prompt)
            places = [item["turn_id"] for item in desk.items]
            options.highlighted = places.index(desk.chosen) if desk.chosen in places else None

    def _mark(self, item: Json) -> str:
        if item["turn_id"] in self._desk.decisions:
            return "+"
        return ">" if item["turn_id"] == self._desk.chosen else " "

    def _item_text(self) -> Text:
        item = self._desk.item if self._edited is None else self._edited
        if item is None:
            return Text("Nothing waits. New drafts show up here by themselves.")
        text = Text(heading_of(item) + "\n", style="")
        text.append(f"{item['reason']}\n\n", style="bold")
        text.append("\n".join(conversation_of(item)))
        text.append("\n\nDraft:\n", style="bold")
        if self._edited is None:
            text.append("\n".join(draft_of(item)))
        if item["refusal"]:
            text.append(f"\n\nIt cannot go out: {item['refusal']}", style="bold")
        return text
