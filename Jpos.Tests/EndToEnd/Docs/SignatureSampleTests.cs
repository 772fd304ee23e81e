using Jpos.Tests.Docs;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>The code in docs/webhooks.md takes a right signature, as in the example of Standard Webhooks, and no other.</summary>
internal sealed class SignatureSampleTests
{
    private const string Right = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    [TestCase(Right, ExpectedResult = true)]
    [TestCase("v1,AAAA " + Right, ExpectedResult = true)]
    [TestCase("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OF=", ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    public object? The_code_of_the_page_verifies_a_delivery(string signature) => CodeSample.Run(
        MarkdownPage.Of("docs/webhooks.md").Samples.Single(sample => sample.Language == "csharp").Text,
        new Dictionary<string, string>
        {
            ["secret"] = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            ["id"] = "msg_p5jXN8AQM9LWM0D4loKWxJek",
            ["timestamp"] = "1614265330",
            ["body"] = """{"test": 2432232314}""",
            ["signature"] = signature,
        });
}
