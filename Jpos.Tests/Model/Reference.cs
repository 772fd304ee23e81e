namespace Jpos.Tests.Model;

/// <summary>The programme's rules that the model knows.</summary>
internal sealed record Rules(decimal PointValue = 1m, bool GiftsAtOnce = false, bool RefundMayOwe = false);

/// <summary>
/// Sections 3 to 8 of the protocol once more, as plainly as can be, for two terminals of one store and two cards: without a database, without figures that are kept when they can be worked out, and without a line of the host's own code.
/// </summary>
internal sealed class Reference(Rules rules, Purse[] purses)
{
    private readonly List<Period>[] periods = [[], []];
    private readonly bool[] signedOn = [false, false];
    private readonly Dictionary<(int Terminal, Period Period, int Trace), Slot> slots = [];
    private readonly List<Entry> journal = [];

    public DateTimeOffset Now { get; set; }

    public DateOnly Today => DateOnly.FromDateTime(Now.ToOffset(TimeSpan.FromHours(8)).Date);

    public IReadOnlyList<Entry> Journal => journal;

    /// <summary>The kinds and originals of what the back office was called for.</summary>
    public HashSet<(string Kind, Entry About)> Alerts { get; } = [];

    /// <summary>The number that a terminal would use now.</summary>
    public int BatchNumber(int terminal) => periods[terminal].LastOrDefault() switch
    {
        null => 1,
        { Settled: null } open => open.Number,
        var closed => Next(closed.Number),
    };

    /// <summary>What the terminal's books come to: point debit and credit, ticket debit and credit, all, cancels, refunds, activations.</summary>
    public decimal[] Totals(int terminal)
    {
        var period = periods[terminal].LastOrDefault();
        List<Entry> Of(params Kind[] kinds) =>
            [.. journal.Where(entry => entry.Period == period && entry is { Approved: true, State: not State.Reversed } && kinds.Contains(entry.Told.Kind))];

        var debit = Of(Kind.Consume, Kind.CancelRefund);
        var credit = Of(Kind.Cancel, Kind.Refund);
        var tickets = Of(Kind.UseTickets);
        return
        [
            debit.Count, debit.Sum(entry => entry.Yuan), credit.Count, credit.Sum(entry => entry.Yuan), tickets.Count, tickets.Sum(entry => entry.Face), 0, 0,
            debit.Count + credit.Count + tickets.Count, Of(Kind.Cancel, Kind.CancelRefund).Count, Of(Kind.Refund).Count, 0,
        ];
    }

    public Expected Hear(Told told) => told.Kind switch
    {
        Kind.CheckIn => CheckIn(told),
        Kind.Query => Query(told),
        Kind.Settle => Settle(told),
        _ => Keyed(told),
    };

    /// <summary>Section 6.</summary>
    public Expected HearReversal(Told told)
    {
        var period = Enter(told.Terminal, told.Batch) ?? (signedOn[told.Terminal] ? periods[told.Terminal].Find(one => one.Number == told.Batch) : null);
        if (period is null)
        {
            return new Expected("77");
        }

        var slot = SlotOf(told, period);
        if (slot.Original is not { } original)
        {
            if (slot.Reversal is null)
            {
                slot.ReversalContent = told.Content;
                return slot.Reversal = new Expected("25");
            }

            return slot.ReversalContent == told.Content ? new Expected("25") { Again = slot.Reversal } : new Expected("25");
        }

        if (original.Told.Kind != told.Kind)
        {
            return Alert("other operation", original, "94");
        }

        if (original.Told.Card != told.Card)
        {
            return Alert("differs", original, "14");
        }

        if (original.Told.Content != told.Content)
        {
            return Alert("differs", original, "64");
        }

        if (slot.Reversal is not null)
        {
            return new Expected("00") { Again = slot.Reversal };
        }

        if (!original.Approved)
        {
            return new Expected("12");
        }

        if (original.State != State.Stands)
        {
            return Alert("undone", original, "12");
        }

        if (original.Period.Settled is not null)
        {
            Alert("late", original, "00");
        }

        var purse = purses[original.Told.Card];
        var entry = new Entry(told, period, Today) { Undoes = original };
        if (Undo(purse, entry, decimal.MaxValue))
        {
            Alert("voucher gone", original, "00");
        }

        original.State = State.Reversed;
        if (original.Undoes is { } stands)
        {
            stands.State = State.Stands;
        }

        return slot.Reversal = Moving(purse, original, original.Told.Kind);
    }

    private static int Next(int number) => number == 999_999 ? 1 : number + 1;

    private static decimal Up(decimal amount) => Math.Ceiling(amount * 100) / 100;

    private static decimal Down(decimal amount) => Math.Floor(amount * 100) / 100;

    private bool IsWaiting(Period period) => period.Settled is null && Now < period.Opened.AddDays(7);

    private bool IsSpendable(Heap heap) => heap.Until >= Today && (heap.WaitsFor is not { } batch || !IsWaiting(batch));

    private decimal Available(Purse purse) => purse.Heaps.Where(heap => heap.Until is null || IsSpendable(heap)).Sum(heap => heap.Has);

    private Expected CheckIn(Told told)
    {
        signedOn[told.Terminal] = true;
        var number = BatchNumber(told.Terminal);
        if (periods[told.Terminal].LastOrDefault() is not { Settled: null })
        {
            periods[told.Terminal].Add(new Period(number, Now));
        }

        return new Expected("00") { Words = { ["batchNo"] = $"{number:D6}" } };
    }

    private Expected Query(Told told)
    {
        if (periods[told.Terminal].LastOrDefault() is not { Settled: null } open || open.Number != told.Batch)
        {
            return new Expected("77");
        }

        var purse = purses[told.Card];
        var shown = purse.Coupons.Where(coupon => coupon.Type == "03" && coupon.Left > 0 && coupon.Until >= Today).OrderBy(coupon => coupon.Id);
        return new Expected("00")
        {
            Figures = { ["pointBalance"] = purse.Balance, ["avaiablePointBalance"] = Available(purse) },
            Words = { ["vaucher"] = string.Join(' ', shown.Select(coupon => $"{coupon.Id}x{coupon.Left}")) },
        };
    }

    private Expected Settle(Told told)
    {
        var closed = periods[told.Terminal].LastOrDefault(period => period.Settled is not null);
        if (closed?.Number == told.Batch)
        {
            return new Expected("00") { Again = closed!.Settled };
        }

        if (Enter(told.Terminal, told.Batch) is not { } period)
        {
            return new Expected("77");
        }

        var totals = Totals(told.Terminal);
        var agree = totals.Zip(told.Claim, (ours, theirs) => ours == theirs).ToArray();
        return period.Settled = new Expected("00") { Words = { ["settleFlag"] = (agree[..4].Concat(agree[8..]).All(same => same) ? "s" : "n") + (agree[4..8].All(same => same) ? "s" : "n") } };
    }

    /// <summary>Row 6: the open batch, or the next one, which it opens.</summary>
    private Period? Enter(int terminal, int? number)
    {
        var last = periods[terminal].LastOrDefault();
        if (last is null || (last.Settled is null && (number ?? last.Number) != last.Number) || (last.Settled is not null && number != Next(last.Number)))
        {
            return null;
        }

        if (last.Settled is not null)
        {
            periods[terminal].Add(last = new Period(Next(last.Number), Now));
        }

        return last;
    }

    private Slot SlotOf(Told told, Period period)
    {
        var key = (told.Terminal, period, told.Trace);
        return slots.TryGetValue(key, out var slot) ? slot : slots[key] = new Slot();
    }

    /// <summary>Row 8 and on.</summary>
    private Expected Keyed(Told told)
    {
        if (Enter(told.Terminal, told.Batch) is not { } period)
        {
            return new Expected("77");
        }

        var slot = SlotOf(told, period);
        if (slot.Reversal is not null)
        {
            return new Expected("94");
        }

        if (slot.Original is { } earlier)
        {
            return earlier.Told.Content == told.Content ? new Expected(earlier.Answer.Status) { Again = earlier.Answer } : new Expected("94");
        }

        var (entry, answer) = told.Kind switch
        {
            Kind.Consume => Consume(told, period),
            Kind.UseTickets => UseTickets(told, period),
            Kind.Cancel => Cancel(told, period),
            Kind.Refund => Refund(told, period),
            _ => CancelRefund(told, period),
        };
        entry.Answer = answer;
        slot.Original = entry;
        journal.Add(entry);
        return answer;
    }

    private (Entry Entry, Expected Answer) Consume(Told told, Period period)
    {
        var entry = new Entry(told, period, Today);
        var purse = purses[told.Card];
        var use = Up(told.Points / rules.PointValue);
        if (told.Points == 0 && told.Cash == 0 && told.Lines.Count == 0)
        {
            return (entry, new Expected("13"));
        }

        if (!told.Lines.All(line => Has(purse, line, "03")) || (use > 0 && use > Available(purse)))
        {
            return (entry, new Expected("51"));
        }

        Spend(purse, use, false, entry);
        TakePieces(purse, told, entry);
        var gift = Down(told.Cash * purse.Rate);
        if (gift > 0)
        {
            var heap = new Heap(Today.AddMonths(24), rules.GiftsAtOnce ? null : period, 0);
            purse.Heaps.Add(heap);
            Move(entry, heap, true, gift);
        }

        (entry.Yuan, entry.Cash, entry.Used, entry.Gift) = (told.Points, told.Cash, use, gift);
        return (entry, Moving(purse, entry, Kind.Consume));
    }

    private (Entry Entry, Expected Answer) UseTickets(Told told, Period period)
    {
        var entry = new Entry(told, period, Today);
        var purse = purses[told.Card];
        if (!told.Lines.All(line => Has(purse, line, null)))
        {
            return (entry, new Expected("51"));
        }

        TakePieces(purse, told, entry);
        entry.Face = told.Lines.Sum(line => line.Pieces * purse.Coupons.Find(coupon => coupon.Id == line.Ticket)!.Face);
        return (entry, Moving(purse, entry, Kind.UseTickets));
    }

    private (Entry Entry, Expected Answer) Cancel(Told told, Period period)
    {
        var consume = Named(told, one => one.Told.Kind == Kind.Consume && one.Told.Terminal == told.Terminal && IsNamed(told, one));
        var entry = new Entry(told, period, Today);
        if ((consume is null ? "25" : consume.Told.Card != told.Card ? "14" : !consume.Approved || consume.Period != period ? "12" : consume.State != State.Stands ? "22" : null) is { } code)
        {
            return (entry, new Expected(code));
        }

        // Its own heap first, then what can be spent, with the points back that the consume used.
        var purse = purses[told.Card];
        var gift = consume!.Moved.Where(moved => moved.Value > 0).ToList();
        var own = gift.Sum(moved => Math.Min(moved.Value, Math.Max(0, moved.Key.Heap.Has)));
        var given = consume.Moved.Where(moved => moved.Value < 0 && (moved.Key.Heap.Until is null || IsSpendable(moved.Key.Heap))).Sum(moved => -moved.Value);
        var missing = consume.Gift - own;
        var spendable = Available(purse) + given - gift.Where(moved => IsSpendable(moved.Key.Heap)).Sum(moved => Math.Min(moved.Value, moved.Key.Heap.Has));
        if (missing > 0 && missing > spendable)
        {
            return (entry, new Expected("51"));
        }

        entry.Undoes = consume;
        Undo(purse, entry, decimal.MaxValue);
        consume.State = State.Cancelled;
        (entry.Yuan, entry.Cash, entry.Used, entry.Gift) = (consume.Yuan, consume.Cash, consume.Used, consume.Gift);
        return (entry, Moving(purse, entry, Kind.Cancel));
    }

    private (Entry Entry, Expected Answer) Refund(Told told, Period period)
    {
        var consume = Named(told, one => one.Told.Kind == Kind.Consume && one.Serial == told.OriginalSerial && (told.OriginalDate ?? one.Day) == one.Day);
        var entry = new Entry(told, period, Today);
        if ((consume is null ? "25" : consume.Told.Card != told.Card ? "14" : consume.State != State.Stands || Today > consume.Day.AddDays(30) ? "22" : null) is { } code)
        {
            return (entry, new Expected(code));
        }

        var purse = purses[told.Card];
        var back = consume!.Moved.Where(moved => moved.Value < 0 && (moved.Key.Heap.Until is null || IsSpendable(moved.Key.Heap))).Sum(moved => -moved.Value);
        var waiting = consume.Moved.Where(moved => moved.Value > 0 && moved.Key.Heap.WaitsFor is { } batch && IsWaiting(batch)).Sum(moved => moved.Key.Heap.Has);
        var gift = rules.RefundMayOwe ? consume.Gift : Math.Min(consume.Gift, Math.Max(0, Available(purse) + back + waiting));
        entry.Undoes = consume;
        Undo(purse, entry, gift);
        consume.State = State.Refunded;
        (entry.Yuan, entry.Cash, entry.Used, entry.Gift) = (consume.Yuan, consume.Cash, consume.Used, gift);
        return (entry, new Expected("00")
        {
            Serial = entry,
            Figures =
            {
                ["pointBalance"] = purse.Balance,
                ["avaiablePointBalance"] = Available(purse),
                ["returnPoint"] = entry.Used,
                ["returnPersentPoint"] = gift,
                ["returnCash"] = entry.Cash,
                ["supplyCash"] = Down((consume.Gift - gift) * rules.PointValue),
            },
        });
    }

    private (Entry Entry, Expected Answer) CancelRefund(Told told, Period period)
    {
        // A consume may have been refunded before, and that refund cancelled: the one that stands is meant.
        var meant = journal.Where(one => one.Told.Kind == Kind.Refund && one.Told.Terminal == told.Terminal && (IsNamed(told, one) || (one.Undoes is { } of && IsNamed(told, one, of)))).ToList();
        var refund = meant.Find(one => one is { Approved: true, State: State.Stands }) ?? meant.LastOrDefault();
        var entry = new Entry(told, period, Today);
        if ((refund is null ? "25" : refund.Told.Card != told.Card ? "14" : !refund.Approved || refund.Period != period ? "12" : refund.State != State.Stands ? "22" : null) is { } code)
        {
            return (entry, new Expected(code));
        }

        var purse = purses[told.Card];
        var given = refund!.Moved.Where(moved => moved.Value > 0).ToDictionary(moved => moved.Key.Heap, moved => moved.Value);
        var there = purse.Heaps.Where(heap => heap.Until is null || IsSpendable(heap) || given.ContainsKey(heap)).Sum(heap => heap.Has);
        if ((given.Count > 0 && given.Values.Sum() > there) || refund.Pieces.Any(piece => piece.Value > piece.Key.Left))
        {
            return (entry, new Expected("51"));
        }

        entry.Undoes = refund;
        Undo(purse, entry, decimal.MaxValue);
        refund.State = State.Cancelled;
        refund.Undoes!.State = State.Stands;
        (entry.Yuan, entry.Cash, entry.Used, entry.Gift) = (refund.Yuan, refund.Cash, refund.Used, refund.Gift);
        return (entry, Moving(purse, entry, Kind.CancelRefund));
    }

    private Entry? Named(Told told, Func<Entry, bool> isIt) => told.OriginalSerial is null && told.OriginalTrace is null ? null : journal.Find(one => isIt(one));

    /// <summary>All that was sent agrees.</summary>
    private static bool IsNamed(Told told, Entry one, Entry? serialOf = null) =>
        (told.OriginalSerial ?? (serialOf ?? one).Serial) == (serialOf ?? one).Serial
        && (told.OriginalTrace ?? one.Told.Trace) == one.Told.Trace
        && (told.OriginalBatch ?? one.Period.Number) == one.Period.Number;

    private Expected Alert(string kind, Entry about, string status)
    {
        Alerts.Add((kind, about));
        return new Expected(status);
    }

    private Expected Moving(Purse purse, Entry entry, Kind kind) => new("00")
    {
        Serial = entry,
        Figures = kind == Kind.UseTickets
            ? []
            : new() { ["pointBalance"] = purse.Balance, ["avaiablePointBalance"] = Available(purse), ["usePoint"] = entry.Used, ["persentPoint"] = entry.Gift },
    };

    private bool Has(Purse purse, Line line, string? type) =>
        purse.Coupons.Exists(coupon => coupon.Id == line.Ticket && coupon.Type == (type ?? coupon.Type) && coupon.Until >= Today && coupon.Left >= line.Pieces);

    private static void TakePieces(Purse purse, Told told, Entry entry)
    {
        foreach (var line in told.Lines)
        {
            MovePieces(entry, purse.Coupons.Find(coupon => coupon.Id == line.Ticket)!, -line.Pieces);
        }
    }

    /// <summary>Takes from what can be spent, what expires first before the rest, and answers what was not there.</summary>
    private decimal Spend(Purse purse, decimal points, bool gift, Entry entry)
    {
        foreach (var heap in purse.Heaps.Where(IsSpendable).OrderBy(heap => heap.Until).ToList())
        {
            points -= Take(entry, heap, gift, points);
        }

        return points;
    }

    /// <summary>Posts the opposite of what stands of the entry's original: gives back first, then takes at most so much; what is not there is owed.</summary>
    /// <returns>Pieces were missing.</returns>
    private bool Undo(Purse purse, Entry entry, decimal most)
    {
        var moved = entry.Undoes!.Moved.Where(one => one.Value != 0).ToList();
        var pieces = entry.Undoes.Pieces.Where(one => one.Value != 0).ToList();
        foreach (var (key, amount) in moved.Where(one => one.Value < 0))
        {
            Move(entry, key.Heap, key.Gift, -amount);
        }

        var rests = new List<(bool Gift, decimal Wanted)>();
        foreach (var (key, amount) in moved.Where(one => one.Value > 0))
        {
            var wanted = Math.Min(most, amount);
            most -= wanted;
            rests.Add((key.Gift, wanted - Take(entry, key.Heap, key.Gift, wanted)));
        }

        foreach (var (gift, wanted) in rests)
        {
            var owed = Spend(purse, wanted, gift, entry);
            if (owed > 0)
            {
                var debt = purse.Heaps.Find(heap => heap.Until is null);
                if (debt is null)
                {
                    purse.Heaps.Add(debt = new Heap(null, null, 0));
                }

                Move(entry, debt, gift, -owed);
            }
        }

        var missing = false;
        foreach (var (coupon, count) in pieces)
        {
            var taken = Math.Min(count, coupon.Left);
            missing |= taken < count;
            MovePieces(entry, coupon, -taken);
        }

        return missing;
    }

    private static decimal Take(Entry entry, Heap heap, bool gift, decimal most)
    {
        var taken = Math.Clamp(heap.Has, 0, most);
        Move(entry, heap, gift, -taken);
        return taken;
    }

    private static void Move(Entry entry, Heap heap, bool gift, decimal amount)
    {
        heap.Has += amount;
        for (var of = entry; of is not null; of = of.Undoes)
        {
            of.Moved[(heap, gift)] = of.Moved.GetValueOrDefault((heap, gift)) + amount;
        }
    }

    private static void MovePieces(Entry entry, Coupon coupon, int pieces)
    {
        coupon.Left += pieces;
        for (var of = entry; of is not null; of = of.Undoes)
        {
            of.Pieces[coupon] = of.Pieces.GetValueOrDefault(coupon) + pieces;
        }
    }
}
