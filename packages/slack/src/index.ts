export {
  createSlackTracker,
  type SlackTracker,
  type SlackTrackerOptions,
  type Workspace,
} from "./create-slack-tracker";
export type { BoltArgs, BoltContext } from "./middleware";
