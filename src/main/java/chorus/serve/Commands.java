package chorus.serve;

import chorus.serve.Asked.Reply;

/**
 * What can be ordered over HTTP, and what is told of it; called from several threads.
 *
 * @param list tells campaigns, worlds and orders
 * @param start takes a campaign
 * @param end takes how the campaign of a name ends
 * @param world takes a world
 * @param preview tells what a campaign would plant where, and orders nothing
 * @param find tells the tracks that have a text in their names, for targets
 */
public record Commands(Asked list, Command start, Command end, Command world, Command preview, Asked find) {
    /** Takes the body of a request, and the name that stands in its path; empty where none does. */
    @FunctionalInterface
    public interface Command {
        Reply reply(String name, String body) throws InterruptedException;
    }

    private static final Reply NOBODY = new Reply(404, "this process takes no orders");

    /** Those of a process that takes none. */
    public static final Commands NONE = new Commands(
            _ -> NOBODY, (_, _) -> NOBODY, (_, _) -> NOBODY, (_, _) -> NOBODY, (_, _) -> NOBODY, _ -> NOBODY);
}
