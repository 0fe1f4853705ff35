import { createContext, useContext, useState, type JSX, type ReactNode } from 'react';

type Open = (kind: string, record: unknown) => void;

const OpenContext = createContext<Open>(() => undefined);

/**
 * Holds the dialog about one record of a list beside the list: turning a phone makes other rows of it, and what was typed must not
 * go with the old ones.
 */
export function RecordDialogs<T>(props: {
  readonly isRecord: (value: unknown) => value is T;
  readonly dialog: (kind: string, record: T, onClose: () => void) => ReactNode;
  readonly children: ReactNode;
}): JSX.Element {
  const { isRecord, dialog, children } = props;
  const [shown, setShown] = useState<{ readonly kind: string; readonly record: unknown }>();
  return (
    <OpenContext value={(kind, record) => setShown({ kind, record })}>
      {children}
      {shown !== undefined && isRecord(shown.record)
        ? dialog(shown.kind, shown.record, () => setShown(undefined))
        : null}
    </OpenContext>
  );
}

/** Opens a dialog about a record. */
export function useOpenDialog(): Open {
  return useContext(OpenContext);
}
