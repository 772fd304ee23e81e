using System.Globalization;

namespace Jpos.Tests.Hosting;

/// <summary>
/// How much a test does that could go on for ever: as much as keeps a run short, or with <c>JPOS_TEST_LONG=1</c>, as in <c>.ci/run</c>, more of the same. Each such test has a variable of its own besides (docs/testing.md).
/// </summary>
internal static class TestLength
{
    /// <summary>Whether the run asks for the long form.</summary>
    public static readonly bool IsLong = Environment.GetEnvironmentVariable("JPOS_TEST_LONG") is "1";

    /// <summary>The first of some cases in the short form, all of them in the long form.</summary>
    public static IEnumerable<T> FirstOrAll<T>(params T[] cases) => IsLong ? cases : cases[..1];

    /// <param name="variable">What says it for this test alone.</param>
    /// <param name="shortForm">By default.</param>
    /// <param name="longForm">In the long form.</param>
    public static int Of(string variable, int shortForm, int longForm) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } own ? int.Parse(own, CultureInfo.InvariantCulture) : IsLong ? longForm : shortForm;
}
