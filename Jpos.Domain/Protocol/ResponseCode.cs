namespace Jpos.Domain.Protocol;

/// <summary>
/// A response code of the interface document, with the exact text of the document's appendix. The order is that of <see href="docs/protocol.md#2-response-codes">protocol §2</see>: the first failure decides the answer.
/// </summary>
public sealed record ResponseCode
{
    public static readonly ResponseCode Approved = new("00", "交易成功");

    public static readonly ResponseCode Malformed = new("30", "请重试");
    public static readonly ResponseCode StoreUnknown = new("03", "商户未登记");
    public static readonly ResponseCode TerminalUnknown = new("97", "终端未登记, 请联系收单行或银联");
    public static readonly ResponseCode TerminalRefused = new("58", "终端无效, 请联系收单行或银联");
    public static readonly ResponseCode MacRefused = new("A0", "校验错, 请重新签到");
    public static readonly ResponseCode NotSignedOn = new("77", "请向网络中心签到");
    public static readonly ResponseCode BeingSettled = new("90", "请稍后重试");
    public static readonly ResponseCode StillRunning = new("09", "请重试");
    public static readonly ResponseCode KeyTaken = new("94", "请稍后重试");
    public static readonly ResponseCode OperationNotAllowed = new("57", "请联系发卡行");
    public static readonly ResponseCode CardInvalid = new("14", "无效卡号, 请联系发卡行");
    public static readonly ResponseCode CardNotActive = new("21", "请联系发卡行");
    public static readonly ResponseCode CardLost = new("41", "没收卡, 请联系收单行");
    public static readonly ResponseCode CardStolen = new("43", "没收卡, 请联系收单行");
    public static readonly ResponseCode CardFrozen = new("62", "请联系发卡行");
    public static readonly ResponseCode CardExpired = new("54", "过期卡, 请联系发卡行");
    public static readonly ResponseCode PinLocked = new("38", "密码错误次数超限");
    public static readonly ResponseCode PinTriesUsedUp = new("75", "密码错误次数超限");
    public static readonly ResponseCode PinUndecodable = new("99", "校验错, 请重新签到");
    public static readonly ResponseCode PinWrong = new("55", "密码错, 请重试");
    public static readonly ResponseCode AmountInvalid = new("13", "交易金额超限 请重试");
    public static readonly ResponseCode AmountOverLimit = new("61", "金额太大");
    public static readonly ResponseCode CountOverLimit = new("65", "超出取款次数限制");
    public static readonly ResponseCode InsufficientFunds = new("51", "余额不足, 请查询");
    public static readonly ResponseCode OriginalNotFound = new("25", "请联系发卡行");
    public static readonly ResponseCode OriginalNotEligible = new("12", "请重试");
    public static readonly ResponseCode OriginalAlreadyUndone = new("22", "操作有误, 请重试");
    public static readonly ResponseCode ReversalDiffers = new("64", "请联系发卡行");
    public static readonly ResponseCode ActivationRefused = new("05", "请联系发卡行");
    public static readonly ResponseCode HostFailure = new("96", "请稍后重试");
    public static readonly ResponseCode SmsGatewayDown = new("92", "请稍后重试");
    public static readonly ResponseCode OutOfTime = new("98", "交易超时, 请重试");
    public static readonly ResponseCode RouteUnknown = new("40", "请联系发卡行");
    public static readonly ResponseCode TooManyRequests = new("91", "请稍后重试");

    /// <summary>Stands for a stored code that cannot be read. The host never sends it.</summary>
    public static readonly ResponseCode Unreadable = new("unreadable", "");

    private static readonly Dictionary<string, ResponseCode> ByCode = new[]
    {
        Approved, Malformed, StoreUnknown, TerminalUnknown, TerminalRefused, MacRefused, NotSignedOn, BeingSettled, StillRunning, KeyTaken, OperationNotAllowed, CardInvalid,
        CardNotActive, CardLost, CardStolen, CardFrozen, CardExpired, PinLocked, PinTriesUsedUp, PinUndecodable, PinWrong,
        AmountInvalid, AmountOverLimit, CountOverLimit, InsufficientFunds,
        OriginalNotFound, OriginalNotEligible, OriginalAlreadyUndone, ReversalDiffers, ActivationRefused, HostFailure, SmsGatewayDown, OutOfTime, RouteUnknown, TooManyRequests,
    }.ToDictionary(code => code.Code);

    private ResponseCode(string code, string message)
    {
        Code = code;
        Message = message;
    }

    /// <summary>The two characters on the wire.</summary>
    public string Code { get; }

    /// <summary>The appendix text of the code.</summary>
    public string Message { get; }

    /// <summary>
    /// Whether a decline with this code is final: it is stored, and a copy gets it again. Other codes are not stored, so the same message can be retried (<see href="docs/protocol.md#3-one-message-one-effect">protocol §3</see>).
    /// </summary>
    public bool IsFinal => this != BeingSettled && this != StillRunning && this != KeyTaken && this != HostFailure && this != SmsGatewayDown && this != OutOfTime && this != TooManyRequests;

    /// <summary>All codes that the host sends.</summary>
    public static IReadOnlyCollection<ResponseCode> All => ByCode.Values;

    /// <exception cref="KeyNotFoundException">The host does not send this code.</exception>
    public static ResponseCode Of(string code) => ByCode[code];

    /// <summary>Returns whether a text is a code that the host sends.</summary>
    public static bool IsOne(string code) => ByCode.ContainsKey(code);

    public override string ToString() => Code;
}
