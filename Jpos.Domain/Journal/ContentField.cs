namespace Jpos.Domain.Journal;

/// <summary>A field that is part of a message's content. The values are stored: add new ones, never renumber.</summary>
public enum ContentField
{
    Card = 1,
    EntryMode = 2,
    PointAmount = 3,
    CashAmount = 4,
    Lines = 5,
    RegisterTrace = 6,
    OriginalBatch = 7,
    OriginalTrace = 8,
    OriginalSerial = 9,
    OriginalDate = 10,
    OriginalRegisterTrace = 11,
    Mobile = 12,
    IdType = 13,
    IdNumber = 14,
}
