namespace Jpos.Tests.Hosting;

/// <summary>
/// Hosts that wait for the next test, because starting one takes far longer than most tests. Each is as a host that has just started: the demo data, the clock at its start.
/// The one that has waited longest stops when there are too many of them.
/// </summary>
internal static class IdleHosts
{
    private const int Most = 12;

    private static readonly Lock Access = new();
    private static readonly LinkedList<(string Kind, JposHost Host)> Idle = [];

    /// <param name="kind">What tells hosts apart that cannot stand in for each other.</param>
    /// <returns>Null if there is none.</returns>
    public static JposHost? Take(string kind)
    {
        lock (Access)
        {
            for (var each = Idle.Last; each is not null; each = each.Previous)
            {
                if (each.Value.Kind == kind)
                {
                    Idle.Remove(each);
                    return each.Value.Host;
                }
            }

            return null;
        }
    }

    public static async Task TakeBack(string kind, JposHost host)
    {
        JposHost? tooMany = null;
        lock (Access)
        {
            Idle.AddLast((kind, host));
            if (Idle.Count > Most)
            {
                tooMany = Idle.First!.Value.Host;
                Idle.RemoveFirst();
            }
        }

        await (tooMany?.Stop() ?? Task.CompletedTask);
    }

    /// <summary>To be called when all tests are over.</summary>
    public static async Task StopAll()
    {
        foreach (var (_, host) in Idle)
        {
            await host.Stop();
        }
    }
}
