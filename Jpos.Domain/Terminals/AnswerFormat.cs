namespace Jpos.Domain.Terminals;

/// <summary>The amount of data that a terminal accepts in the answer to a card query.</summary>
public enum AnswerFormat
{
    /// <summary>All data, as stored. This is the default.</summary>
    Full = 0,

    /// <summary>Data that fits the fixed fields of an ISO 8583 gateway. Texts are cut by their bytes in GB2312, and a card shows at most 23 vouchers.</summary>
    FixedFields = 1,
}
