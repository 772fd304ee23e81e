using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Protocol;

/// <summary>The codes, with the texts of the interface document's appendix, letter for letter (protocol §1, §3).</summary>
internal sealed class ResponseCodeTests
{
    /// <summary>The appendix, as it is; what version 1 of the protocol never sends is left out.</summary>
    private const string Appendix = """
        00 交易成功
        03 商户未登记
        05 请联系发卡行
        09 请重试
        12 请重试
        13 交易金额超限 请重试
        14 无效卡号, 请联系发卡行
        21 请联系发卡行
        22 操作有误, 请重试
        25 请联系发卡行
        30 请重试
        38 密码错误次数超限
        40 请联系发卡行
        41 没收卡, 请联系收单行
        43 没收卡, 请联系收单行
        51 余额不足, 请查询
        54 过期卡, 请联系发卡行
        55 密码错, 请重试
        57 请联系发卡行
        58 终端无效, 请联系收单行或银联
        61 金额太大
        62 请联系发卡行
        64 请联系发卡行
        65 超出取款次数限制
        75 密码错误次数超限
        77 请向网络中心签到
        90 请稍后重试
        91 请稍后重试
        92 请稍后重试
        94 请稍后重试
        96 请稍后重试
        97 终端未登记, 请联系收单行或银联
        98 交易超时, 请重试
        99 校验错, 请重新签到
        A0 校验错, 请重新签到
        """;

    private static readonly Dictionary<string, string> Texts = Appendix.Split('\n').Select(line => line.Trim()).ToDictionary(line => line[..2], line => line[3..]);

    private static readonly string[] NeverStored = ["09", "90", "91", "92", "94", "96", "98"];

    private static IEnumerable<ResponseCode> All => ResponseCode.All;

    [TestCaseSource(nameof(All))]
    public void A_code_has_the_appendix_text(ResponseCode code) => Assert.That(code.Message, Is.EqualTo(Texts.GetValueOrDefault(code.Code)));

    [TestCaseSource(nameof(All))]
    public void A_code_is_final_unless_the_same_message_may_be_tried_again(ResponseCode code) => Assert.That(code.IsFinal, Is.EqualTo(!NeverStored.Contains(code.Code)));

    [TestCaseSource(nameof(All))]
    public void A_code_is_found_by_its_two_characters(ResponseCode code) => Assert.That((ResponseCode.Of(code.Code), code.ToString()), Is.EqualTo((code, code.Code)));

    [Test]
    public void Every_code_that_is_named_is_among_all()
    {
        var named = typeof(ResponseCode).GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static).Select(field => field.GetValue(null));

        Assert.That(ResponseCode.All, Is.EquivalentTo(named.Where(code => !Equals(code, ResponseCode.Unreadable))), "no stored code is sent that cannot be read");
    }

    [Test]
    public void A_code_that_the_host_does_not_send_is_an_error() => Assert.That(() => ResponseCode.Of("67"), Throws.InstanceOf<KeyNotFoundException>());
}
