using Jpos.Domain.Text;

namespace Jpos.Tests.Unit.TextForms;

internal sealed class TimeZoneNamesTests
{
    [TestCase("america/new_york")]
    [TestCase("ASIA/SHANGHAI")]
    [TestCase("China Standard Time")]
    [TestCase("../zoneinfo/Asia/Shanghai")]
    [TestCase("/usr/share/zoneinfo/Asia/Shanghai")]
    [TestCase("posix/Asia/Shanghai")]
    [TestCase("right/Asia/Shanghai")]
    [TestCase("posixrules")]
    [TestCase("localtime")]
    [TestCase("utc")]
    [TestCase("+08:00")]
    [TestCase("Asia/Shanghai ")]
    [TestCase("")]
    [TestCase(null)]
    public void Another_spelling_is_refused_also_after_the_zone_was_loaded(string? name)
    {
        Assert.That(TimeZoneNames.TryFind("America/New_York", out _) && TimeZoneNames.TryFind("Asia/Shanghai", out _), Is.True);
        Assert.That(TimeZoneNames.TryFind(name, out _), Is.False);
    }

    [TestCase("America/Argentina/Buenos_Aires")]
    [TestCase("America/Port-au-Prince")]
    [TestCase("Etc/UTC")]
    [TestCase("UTC")]
    public void A_name_in_its_own_spelling_is_taken(string name) => Assert.That(TimeZoneNames.TryFind(name, out _), Is.True);
}
