/** What the pool says without a code when a connection can't be had, breaks or doesn't answer in time. */
export const poolSays =
  /timeout exceeded when trying to connect|connection terminated|fell silent|has been discarded|query read timeout|connection error|client has encountered/i;
