import type { BlockAction, ButtonAction, SlackAction } from "@slack/bolt";

/** What our own message put into the pressed button. Data enters here, so it is taken on trust. */
export function buttonValue<Value>(body: SlackAction): Value {
  const [button] = (body as BlockAction<ButtonAction>).actions;
  return JSON.parse(button?.value ?? "{}") as Value;
}
