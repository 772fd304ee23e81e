using Jpos.Infrastructure.Security.Software;
using Jpos.Infrastructure.Webhooks;

namespace Jpos.Tests.Unit.Webhooks;

internal sealed class WebhookSignatureTests
{
    /// <summary>The example of Standard Webhooks.</summary>
    [Test]
    public void A_signature_is_that_of_Standard_Webhooks()
    {
        using var key = new SoftwareHashKey(Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        Assert.That(
            Signature.Of(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, """{"test": 2432232314}"""),
            Is.EqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }
}
