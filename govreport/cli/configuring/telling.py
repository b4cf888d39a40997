"""How a run tells what it finds: as the configuration wants it, without what is known; and what it writes down."""

from pathlib import Path
from typing import TYPE_CHECKING

from govreport.cli.configuring.data import Configuration
from govreport.cli.output import failed, refuse_to_replace

if TYPE_CHECKING:
    from govreport.batches.outcomes import Checked
    from govreport.cli.configuring.applying import Policy as _Policy
    from govreport.cli.configuring.known import Recorder as _Recorder


class Telling:
    """Takes outcome after outcome, and gives each as it is to be told.

    What stands in the file `known` is not told again; without one, the file that the configuration names counts. Into
    `recorded` goes all that would be told if nothing were known. Raises click.ClickException where a file is none, or
    where one is in the way and may not be replaced by `force`.
    """

    def __init__(
        self,
        configuration: Configuration | None,
        known: str | None,
        recorded: str | None,
        language: str,
        *,
        force: bool = False,
    ) -> None:
        self.configuration = configuration or Configuration()
        self._language = language
        self._recorded = recorded
        self._force = force
        self._recorder: _Recorder | None = None
        self._policy: _Policy | None = None
        # A run that writes the file anew must not take what it replaces for known.
        known = known or (self.configuration.baseline if recorded is None else None)
        if configuration is not None or known is not None:
            from govreport.cli.configuring.applying import Policy
            from govreport.cli.configuring.known import read

            self._policy = Policy(self.configuration, None if known is None else read(known, language))
        if recorded is not None:
            from govreport.cli.configuring.known import Recorder, folder_of

            if not force:
                refuse_to_replace(Path(recorded), language)
            self._recorder = Recorder(folder_of(recorded))

    def of(self, checked: "Checked") -> "Checked":
        """Return an outcome as it is to be told."""
        if self._policy is not None:
            checked = self._policy.configured(checked)
        if self._recorder is not None:
            self._recorder.add(checked)
        return checked if self._policy is None else self._policy.unknown(checked)

    def close(self) -> None:
        """Write down what was found, where that is asked for; raises click.ClickException where it cannot be."""
        if self._recorder is None or self._recorded is None:
            return
        from govreport.files import write_atomically

        try:
            write_atomically(Path(self._recorded), self._recorder.written(), replace=self._force)
        except OSError as error:
            raise failed(self._recorded, error, self._language) from None
