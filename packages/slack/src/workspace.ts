/** The workspace that a request came from, as Slack names it. */
export interface Workspace {
  /** Absent where an app is installed for a whole organisation and the request names no workspace. */
  readonly team_id: string | undefined;
  readonly enterprise_id: string | undefined;
  readonly is_enterprise_install: boolean;
}

/** Which tenant of ours a workspace belongs to; undefined for none. May ask a database. */
export type TenantOf = (workspace: Workspace) => string | undefined | Promise<string | undefined>;

/** As much of Bolt's context as we read. */
export interface BoltContext {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  readonly userId?: string | undefined;
  readonly isEnterpriseInstall?: boolean | undefined;
}

/** The workspace that Bolt's context names. */
export function workspaceOf(context: BoltContext): Workspace {
  return {
    team_id: context.teamId,
    enterprise_id: context.enterpriseId,
    is_enterprise_install: context.isEnterpriseInstall === true,
  };
}
