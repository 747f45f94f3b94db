package dev.podium.wire;

import dev.podium.game.Game;
import dev.podium.game.Plan;
import java.util.List;

/**
 * Everything that viewers of a game may see of its state, before it is {@linkplain Projection projected} for an audience. Parts that
 * the phase does not show may be missing.
 *
 * @param players the seats of the game
 * @param lobby for hosts and screens in the lobby
 * @param tally for hosts and screens in a reveal
 * @param top the first lines of the leaderboard, best first: ten, of which each audience gets its share
 * @param teams the teams' lines, best first; empty without teams
 */
public record StateContent(
        Plan plan,
        Game game,
        int players,
        Lobby lobby,
        Tally tally,
        List<Standing> top,
        List<TeamStanding> teams,
        Beside beside) {

    /** Nothing beside the game: enough for players until the standings, and for all in ready and question. */
    public static StateContent of(Plan plan, Game game, int players) {
        return new StateContent(plan, game, players, null, null, List.of(), List.of(), Beside.NOTHING);
    }

    public StateContent with(Game seen) {
        return new StateContent(plan, seen, players, lobby, tally, top, teams, beside);
    }

    public StateContent with(Lobby lobby) {
        return new StateContent(plan, game, players, lobby, tally, top, teams, beside);
    }

    public StateContent with(Tally tally) {
        return new StateContent(plan, game, players, lobby, tally, top, teams, beside);
    }

    public StateContent with(List<Standing> top, List<TeamStanding> teams) {
        return new StateContent(plan, game, players, lobby, tally, top, teams, beside);
    }

    public StateContent with(Beside beside) {
        return new StateContent(plan, game, players, lobby, tally, top, teams, beside);
    }
}
