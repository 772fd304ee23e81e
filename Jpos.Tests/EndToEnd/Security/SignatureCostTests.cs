using System.Globalization;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Security;

/// <summary>
/// What MAC and PIN cost a consume in the host's processor time, against consumes without them in the same run. JPOS_TEST_MEASURE says how many of each are measured, and then the goal has to be met;
/// otherwise a few are sent, which shows that the measurement works and no more: figures of so few say nothing.
/// </summary>
[NonParallelizable]
internal sealed class SignatureCostTests
{
    private const string Path = "/v1/jpos/trans/consume";
    private const double Goal = 1.10;
    private const int Rounds = 10;

    private static readonly int? Measured = int.TryParse(Environment.GetEnvironmentVariable("JPOS_TEST_MEASURE"), CultureInfo.InvariantCulture, out var many) ? many : null;

    [Test]
    public async Task A_consume_with_mac_and_pin_costs_at_most_a_tenth_more_than_one_without()
    {
        using var folder = new TemporaryFolder();
        using var host = await HostProcess.Start(folder, ("DOTNET_TieredPGO", "1"));
        var terminal = new PosTerminal(host.Http, TimeProvider.System, Form.Terminal);
        terminal.TakeKeys(await terminal.CheckIn());
        var trace = 0;
        async Task<TimeSpan> Without(int many) => await Cost(host, many, async () => (await host.Post(Path, Cash(++trace))).Status);
        async Task<TimeSpan> With(int many) => await Cost(host, many, async () => (await terminal.Post(Path, Cash(++trace).With("password", terminal.PinBlock("123456", Form.PinCard)))).Status);

        var inRound = Math.Max(1, (Measured ?? 20) / Rounds);
        await Without(inRound * 2);
        await With(inRound * 2);
        var (without, with) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var round = 0; round < Rounds; round++)
        {
            without += await Without(inRound);
            with += await With(inRound);
        }

        var ratio = with / without;
        await TestContext.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{inRound * Rounds} consumes each: without {without.TotalMicroseconds / (inRound * Rounds):F0} µs, with MAC and PIN {with.TotalMicroseconds / (inRound * Rounds):F0} µs, ratio {ratio:F3}"));
        Assert.That(ratio, Measured is null ? Is.Positive : Is.LessThanOrEqualTo(Goal));
    }

    /// <summary>So little that it earns nothing: the account stays as it is, and every consume does the same work.</summary>
    private static Form Cash(int trace) => Form.Consume(trace, cash: "0.01", card: Form.PinCard);

    private static async Task<TimeSpan> Cost(HostProcess host, int many, Func<Task<string>> consume)
    {
        var before = host.ProcessorTime;
        for (var time = 0; time < many; time++)
        {
            Assert.That(await consume(), Is.EqualTo("00"));
        }

        return host.ProcessorTime - before;
    }
}
