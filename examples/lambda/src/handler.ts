import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { routes } from "./routes/index.js";
import type { Trackers } from "./trackers.js";

/** As much of API Gateway's event as this service reads. */
export type Request = Pick<APIGatewayProxyEventV2, "rawPath" | "body">;

/** The Lambda handler: finds the route, lets it work, and sends what it tracked. */
export function createHandler(trackers: Trackers) {
  return async ({ rawPath, body }: Request): Promise<APIGatewayProxyStructuredResultV2> => {
    const route = routes[rawPath];
    if (!route) return { statusCode: 404 };
    // Data enters here. A real service validates it first, for instance with the plan's zod schemas.
    const answer = route(trackers, JSON.parse(body ?? "{}") as never);
    // Lambda freezes the process after the reply, so what waits must leave now.
    await Promise.all(Object.values(trackers).map((tracker) => tracker.flush({ timeout: 2_000 })));
    return { statusCode: answer ? 200 : 202, body: JSON.stringify(answer ?? {}) };
  };
}
