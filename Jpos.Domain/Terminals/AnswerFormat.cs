namespace Jpos.Domain.Terminals;

/// <summary>How much of a card's query a terminal can take.</summary>
public enum AnswerFormat
{
    /// <summary>Everything, as it is stored. What a terminal is made with unless told otherwise.</summary>
    Full = 0,

    /// <summary>What fits the fixed fields of an ISO 8583 gateway: texts are shortened in bytes of GB2312, and a card shows at most 23 vouchers.</summary>
    FixedFields = 1,
}
