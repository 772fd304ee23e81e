using System.Text;
using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Keys;
using Jpos.Infrastructure.Security;

namespace Jpos.Tests.Unit.Security;

/// <summary>What a MAC is over, and how it is chained (crypto vectors D and G; protocol §9). What a vault computes of the vectors is in <see cref="VaultTests"/>.</summary>
internal sealed class MacVectorsTests
{
    private const string TripleDesMacKey = "A1A1A2A2A4A4A7A7A8A8ABABADADAEAE";
    private const string Path = "/v1/jpos/trans/consume";

    private const string Body =
        "storeNo=S0000001&terminalNo=T0000001&cardNo=8688880012345671&traceNo=000123&batchNo=000001&password=03B1E2CF2F2A2C1D&consumeType=01&pointAmount=10.00&cashAmount=90.00";

    private const string Answer =
        """{"status":"00","message":"交易成功","transTime":1415125804,"serialNo":"100000000012","pointBalance":90.00,"avaiablePointBalance":90.00,"usePoint":10.00,"persentPoint":0.90,"advertisement":""}""";

    [TestCase("0123456789ABCDEFFEDCBA9876543210", "Now is the time for all ", "A1C72E74EA3FA9B6")]
    [TestCase("0123456789ABCDEFFEDCBA9876543210", "Now is the time for it", "2E2B1428CC78254F")]
    [TestCase("7CA110454A1A6E570131D9619DC1376E", "Hello World !!!!", "F09B856213BAB83B")]
    public void Algorithm_3_is_chained_under_the_first_half_and_ends_under_both(string key, string text, string mac)
    {
        // Padding 1, which the protocol does not use: zeros up to the block.
        var message = Encoding.ASCII.GetBytes(text.PadRight((text.Length + 7) / 8 * 8, '\0'));
        var firstHalfTwice = Convert.FromHexString(key[..16] + key[..16]);
        var cipher = KeyCipher.Of(KeyAlgorithm.TripleDes);
        var chained = new byte[8];
        for (var at = 0; at < message.Length; at += 8)
        {
            var block = chained.Zip(message[at..(at + 8)], (one, other) => (byte)(one ^ other)).ToArray();
            chained = cipher.Run(at + 8 < message.Length ? firstHalfTwice : Convert.FromHexString(key), block, true);
        }

        Assert.That(Convert.ToHexString(chained), Is.EqualTo(mac));
    }

    [Test]
    public void A_signature_is_read_from_its_headers()
    {
        var signature = new MessageSignature("efa6A1B9A6ECCABF", "1415125804", Path, Encoding.ASCII.GetBytes(Body));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Mac(KeyAlgorithm.TripleDes, TripleDesMacKey, signature.Input), Is.EqualTo("EFA6A1B9A6ECCABF"));
            Assert.That(signature.MacBytes, Is.EqualTo(Convert.FromHexString("EFA6A1B9A6ECCABF")));
            Assert.That(signature.SignedAt, Is.EqualTo(new DateTime(2014, 11, 4, 18, 30, 4, DateTimeKind.Utc)));
        }
    }

    [Test]
    public void The_input_of_vector_G_has_205_bytes() =>
        Assert.That(new MessageSignature("", "1415125804", Path, Encoding.ASCII.GetBytes(Body)).Input, Has.Length.EqualTo(205));

    [Test]
    public void An_answer_is_signed_as_in_vector_G()
    {
        var signature = new MessageSignature("EFA6A1B9A6ECCABF", "1415125804", Path, Encoding.ASCII.GetBytes(Body));

        Assert.That(Mac(KeyAlgorithm.TripleDes, TripleDesMacKey, signature.AnswerInput(Encoding.UTF8.GetBytes(Answer))), Is.EqualTo("0BE5581B38F06F35"));
    }

    [Test]
    public void Algorithm_1_is_algorithm_3_with_equal_halves() =>
        Assert.That(
            Mac(KeyAlgorithm.Des, "3832353133353038", Encoding.ASCII.GetBytes(Body)), Is.EqualTo(Mac(KeyAlgorithm.TripleDes, "38323531333530383832353133353038", Encoding.ASCII.GetBytes(Body))));

    [TestCase("EFA6A1B9A6ECCAB")]
    [TestCase("EFA6A1B9A6ECCABG")]
    [TestCase("EFA6A1B9A6ECCABF,EFA6A1B9A6ECCABF")]
    public void What_is_not_hexadecimal_is_no_mac(string mac) => Assert.That(new MessageSignature(mac, "", Path, []).MacBytes, Is.Empty);

    [TestCase("")]
    [TestCase("now")]
    [TestCase("-1")]
    [TestCase("1415125804.5")]
    [TestCase("253402300800")]
    [TestCase("99999999999999999999")]
    public void What_is_no_time_is_none(string time) => Assert.That(new MessageSignature("", time, Path, []).SignedAt, Is.Null);

    private static string Mac(KeyAlgorithm form, string key, byte[] message) => Convert.ToHexString(KeyCipher.Of(form).Mac(Convert.FromHexString(key), message));
}
