namespace Jpos.Api.Docs;

/// <summary>Examples of files, by operation: what an import takes and what an export returns.</summary>
internal static class CsvExamples
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["importCards"] = """
            number,product,cardExpiresOn,openingBalance
            9900000000000119,1,2030-12-31,100

            """,
        ["importMembers"] = """
            name,grade,gender,mobile,email
            张三,gold,01,13912345678,zhang@example.org

            """,
        ["importTickets"] = """
            card,kind,pieces,validThrough
            9900000000000119,4,2,2026-05-31

            """,
        ["exportTransactions"] = """
            serial,at,businessDay,store,terminal,batch,trace,operation,isReversal,code,card,cardId,account,member,registerTrace,pointAmount,cashAmount,ticketAmount,voucherAmount,used,awarded,rate,multiplier,status,original
            100000000001,2026-03-02T04:00:00Z,2026-03-02,100000000000021,10000021,3,1,consume,false,00,990000******0119,11,10,7,A-17,20,80,0,0,20,1.2,0.015,1,posted,

            """,
        ["exportSettlements"] = """
            batch,store,terminal,number,openedAt,settledAt,flag,hostPointDebitCount,hostPointDebitAmount,hostPointCreditCount,hostPointCreditAmount,hostTicketDebitCount,hostTicketDebitAmount,hostTicketCreditCount,hostTicketCreditAmount,hostTotalTransCount,hostCancelCount,hostRefundCount,hostCardActiveCount,terminalPointDebitCount,terminalPointDebitAmount,terminalPointCreditCount,terminalPointCreditAmount,terminalTicketDebitCount,terminalTicketDebitAmount,terminalTicketCreditCount,terminalTicketCreditAmount,terminalTotalTransCount,terminalCancelCount,terminalRefundCount,terminalCardActiveCount
            3,100000000000021,10000021,1,2026-03-02T04:00:00Z,2026-03-02T14:00:00Z,ss,1,20,0,0,0,0,0,0,1,0,0,0,1,20,0,0,0,0,0,0,1,0,0,0

            """,
        ["exportStatement"] = """
            at,businessDay,serial,operation,isReversal,store,terminal,account,lot,points,balance,ticket,pieces
            2026-03-02T04:00:00Z,2026-03-02,100000000001,consume,false,100000000000021,10000021,redeemed,5,-20,80,,

            """,
        ["listImportErrors"] = """
            Line,LastLine,Reason
            17,17,number must have a length and a prefix of its product.

            """,
    };
}
