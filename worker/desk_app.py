"""
`fanpace desk` on a terminal: inbox, queue and a fan's page, keys only.

Shows a worker/desk_inbox.py, a worker/desk_queue.py and a worker/desk_fan.py and passes keys on to
them. Works at 80x24, and says nothing by colour alone.
"""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from worker import desk_fan
from worker.desk_data import line_of, mark_of, what_to_do
from worker.desk_inbox import Inbox
from worker.desk_queue import Queue
from worker.errors import WorkerError
from worker.review import (
    as_text,
    bubbles_in,
    conversation_of,
    draft_of,
    edit_of,
    faults_in,
    heading_of,
    name_of,
    row_of,
)
from worker.rows import Json

KEYS = {
    "inbox": "a approve  e edit  w rewrite  r drop  t take over  p pause  u undo  n next\n"
    "2 queue  f fan  b bring back  y went out  x did not  j/k down/up  q quit",
    "queue": "j/k down/up  f the fan's page\n1 inbox  q quit",
    "fan": "j/k down/up\nescape back  1 inbox  2 queue  q quit",
}
EDIT_KEYS = "ctrl+s send it so  escape leave the draft as it is  (blank line: next bubble)"


class DeskApp(App[None]):
    """Lets one person decide about one thing after another, and look around."""

    CSS = """
    #count, #said { height: 1; }
    #keys { height: 2; }
    #list { width: 27; border: none; padding: 0; }
    #side { padding: 0 1; border-left: solid $foreground; }
    #editor { display: none; height: 8; }
    #queue, #fan { display: none; height: 1fr; }
    #jobs { border: none; padding: 0; height: 1fr; }
    #list, #jobs { text-wrap: nowrap; text-overflow: ellipsis; }
    DeskApp.editing #editor { display: block; }
    DeskApp.queue #inbox, DeskApp.fan #inbox { display: none; }
    DeskApp.queue #queue, DeskApp.fan #fan { display: block; }
    """
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "decide('approve')"),
        Binding("w", "decide('rewrite')"),
        Binding("r", "decide('drop')"),
        Binding("t,l", "decide('take_over')"),
        Binding("p", "decide('pause')"),
        Binding("b", "decide('requeue')"),
        Binding("y", "decide('sent')"),
        Binding("x", "decide('unsent')"),
        Binding("e", "edit"),
        Binding("u", "undo"),
        Binding("n", "next"),
        Binding("1", "turn_to('inbox')"),
        Binding("2", "turn_to('queue')"),
        Binding("f,3", "fan"),
        Binding("j,down", "move(1)", priority=True),
        Binding("k,up", "move(-1)", priority=True),
        Binding("ctrl+s", "send_edit", priority=True),
        Binding("escape", "leave_edit", priority=True),
        Binding("q", "leave"),
    ]

    def __init__(self, desk: Inbox, queue: Queue, asked: desk_fan.Asked, *, every: float = 3.0):
        """`every`: seconds between two looks at what is open, inbox or queue."""
        super().__init__()
        self._desk, self._queue, self._asked = desk, queue, asked
        self._every = every
        self._edited: Json | None = None
        self._shown: tuple[object, ...] = ()
        self._tab, self._came_from = "inbox", "inbox"
        self._fan_said = ""

    @property
    def chosen_name(self) -> str | None:
        """Whose line is chosen in the inbox."""
        return name_of(self._desk.item) if self._desk.item else None

    def compose(self) -> ComposeResult:
        yield Static(id="count")
        with Horizontal(id="inbox"):
            yield OptionList(id="list")
            with VerticalScroll(id="side", can_focus=False):
                yield Static(id="item")
                yield TextArea(id="editor")
        with Vertical(id="queue"):
            yield OptionList(id="jobs")
        with VerticalScroll(id="fan"):
            yield Static(id="page")
        yield Static(id="said")
        yield Static(KEYS["inbox"], id="keys")

    def on_mount(self) -> None:
        self.query_one("#list").focus()
        self.set_interval(self._every, self.look)
        self.set_interval(0.2, self.tell)
        self.set_interval(1.0, self.count_down)
        self.look()

    # -- the database, beside the keys

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Look at what is open: nobody pays for a queue that nobody reads."""
        if self._tab == "queue":
            await self._queue.refresh()
        else:
            await self._desk.refresh()
        self.show()

    @work(exclusive=True, group="fan")
    async def look_at_fan(self, fan_id: int) -> None:
        try:
            page = await desk_fan.load(self._asked, fan_id)
        except WorkerError as error:
            self._fan_said = f"not shown: {line_of(error)}"
        else:
            text = Text()
            for heading, lines in desk_fan.sections(page):
                text.append(heading + "\n", style="bold")
                text.append("\n".join(lines) + "\n\n")
            self._fan_said = ""
            self.query_one("#page", Static).update(text)
        self.show()

    def count_down(self) -> None:
        if self._tab == "queue":
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
        if action in ("decide", "edit", "undo", "next"):
            return not editing and self._tab == "inbox"
        if action in ("move", "leave", "turn_to", "fan"):
            return not editing
        if action == "send_edit":
            return editing
        if action == "leave_edit":
            return editing or self._tab != "inbox"
        return True

    def action_turn_to(self, tab: str) -> None:
        """Open the inbox, the queue or the fan's page."""
        if self._tab != "fan":
            self._came_from = self._tab
        self._tab = tab
        for name in ("queue", "fan"):
            self.set_class(tab == name, name)
        self.query_one({"inbox": "#list", "queue": "#jobs", "fan": "#fan"}[tab]).focus()
        if tab != "fan":
            self.look()
        self.show()

    def action_fan(self) -> None:
        """Open the page of the fan whom the chosen line is about."""
        if self._tab == "fan":
            return
        if self._tab == "inbox":
            fan_id = self._desk.item["fan"]["id"] if self._desk.item else None
        else:
            fan_id = self._queue.row["fan_id"] if self._queue.row else None
        if fan_id is None:
            self._desk.said = self._queue.said = "no fan is chosen"
            self.show()
            return
        self._fan_said = "looking ..."
        self.query_one("#page", Static).update("")
        self.query_one("#fan").scroll_home(animate=False)
        self.action_turn_to("fan")
        self.look_at_fan(fan_id)

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
        if self._tab == "fan":
            self.query_one("#fan").scroll_relative(y=by, animate=False)
            return
        if self._tab == "queue":
            self._queue.choose(self._queue.place + by)
            self.show()
            return
        places = [item["key"] for item in self._desk.items]
        if self._desk.chosen in places:
            self._desk.choose(places.index(self._desk.chosen) + by)
            self.show()

    def action_edit(self) -> None:
        item = self._desk.item
        if item is None:
            return
        if item["turn_id"] is None:
            self._desk.said = "nothing is written here; what to do stands beside it"
        elif item["refusal"] or item["fixed_text"]:
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
        if self._edited is None:
            self.action_turn_to(self._came_from if self._tab == "fan" else "inbox")
            return
        self._desk.said = "not edited"
        self._close_editor()
        self.show()

    async def action_leave(self) -> None:
        """Tell what was decided, and go."""
        await self._desk.tell(everything=True)
        self.exit()

    @on(OptionList.OptionHighlighted, "#list")
    def _choose(self, event: OptionList.OptionHighlighted) -> None:
        if self._edited is None and event.option_index < len(self._desk.items):
            self._desk.choose(event.option_index)
            self.show()

    def _is_void(self) -> bool:
        edited = self._edited
        return edited is not None and not any(
            item["key"] == edited["key"] and item["revision"] == edited["revision"]
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
        count, said = self._head()
        self.query_one("#count", Static).update(Text(count, style="bold"))
        self.query_one("#said", Static).update(Text(said, no_wrap=True, overflow="ellipsis"))
        self.query_one("#keys", Static).update(
            Text(EDIT_KEYS if self._edited else KEYS[self._tab], no_wrap=True)
        )
        if self._tab == "queue":
            lines = self._queue.lines()
            self._show_options("#jobs", lines, self._queue.place if lines else None)
        if self._tab != "inbox":
            return
        self._show_list()
        shown = (desk.item, self._edited is not None, desk.chosen in desk.decisions)
        if shown != self._shown:
            self.query_one("#item", Static).update(self._item_text())
            if self._shown[:1] != shown[:1] and self._edited is None:
                self.query_one("#side").scroll_home(animate=False)
            self._shown = shown

    def _head(self) -> tuple[str, str]:
        """Return the first line, and what is said last."""
        desk = self._desk
        stopped = "  STOPPED: nothing goes out" if desk.stopped else ""
        if self._tab == "fan":
            return "A fan", self._fan_said
        if self._tab == "queue":
            count = f"{len(self._queue.rows)} in the queue, the next first"
            return count + stopped, self._queue.said
        more = f", of {desk.waiting}" if desk.waiting > len(desk.items) else ""
        return f"{max(0, desk.undecided)} waiting{more}{stopped}", desk.said

    def _show_list(self) -> None:
        desk = self._desk
        places = [item["key"] for item in desk.items]
        rows = [f"{self._mark(item)} {row_of(item)}{mark_of(item)}" for item in desk.items]
        chosen = places.index(desk.chosen) if desk.chosen in places else None
        self._show_options("#list", rows, chosen)

    def _show_options(self, which: str, rows: list[str], chosen: int | None) -> None:
        options = self.query_one(which, OptionList)
        prompts = [Text(row, no_wrap=True, overflow="ellipsis") for row in rows]
        with self.prevent(OptionList.OptionHighlighted):
            if options.option_count != len(rows):
                options.set_options([Option(prompt) for prompt in prompts])
            else:
                for place, prompt in enumerate(prompts):
                    options.replace_option_prompt_at_index(place, prompt)
            options.highlighted = chosen

    def _mark(self, item: Json) -> str:
        if item["key"] in self._desk.decisions:
            return "+"
        return ">" if item["key"] == self._desk.chosen else " "

    def _item_text(self) -> Text:
        item = self._desk.item if self._edited is None else self._edited
        if item is None:
            return Text("Nothing waits. All done; new drafts show up here by themselves.")
        text = Text(heading_of(item) + "\n", style="")
        text.append(f"{item['reason']}\n", style="bold")
        text.append(f"{what_to_do(item)}\n\n")
        text.append("\n".join(conversation_of(item)))
        if item["turn_id"] is None:
            return text
        text.append("\n\nDraft:\n", style="bold")
        if self._edited is None:
            text.append("\n".join(draft_of(item)))
        if item["refusal"]:
            text.append(f"\n\nIt cannot go out: {item['refusal']}", style="bold")
        return text
