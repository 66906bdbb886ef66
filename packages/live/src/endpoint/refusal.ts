/** Why a request is refused, in the words and with the status that PostHog uses where it has some. */
export class Refusal extends Error {
  override readonly name: string = "Refusal";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
