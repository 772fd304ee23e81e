using Jpos.Domain.Protocol;
using Jpos.Infrastructure.Sms;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.Unit.Sms;

internal sealed class FileSmsSenderTests
{
    [Test]
    [Platform(Exclude = "Win")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Only_the_hosts_user_can_read_the_texts_and_each_is_a_line()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("sms.jsonl");
        using var sender = new FileSmsSender(path, TimeProvider.System);
        Assert.That(MobileNumber.TryParse("13800000001", out var mobile), Is.True);

        Assert.That((await sender.Send(mobile!, "123456", default), await sender.Send(mobile!, "654321", default)), Is.EqualTo((true, true)));

        Assert.That(File.GetUnixFileMode(path), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.That(await File.ReadAllLinesAsync(path), Has.Length.EqualTo(2));
    }
}
