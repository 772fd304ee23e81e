using System.Globalization;

namespace Jpos.Application.BackOffice.HeldGifts;

/// <summary>Lists the held gifts, the oldest lot first.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="After">The cursor: the number of the last lot of the previous page; null for the first page.</param>
/// <param name="Limit">The size of the page.</param>
public sealed record ListHeldGifts(Caller Caller, long? After, int Limit) : Query<Page<HeldGiftView>>;

public sealed class ListHeldGiftsHandler(IPointAccounts accounts, ICards cards) : IRequestHandler<ListHeldGifts, Page<HeldGiftView>>
{
    public async Task<Page<HeldGiftView>> Handle(ListHeldGifts request, CancellationToken cancellationToken)
    {
        var gifts = await accounts.HeldGifts(request.After, request.Limit + 1, cancellationToken);
        var numbers = await cards.Numbers([.. gifts.Select(gift => gift.CardId).Distinct()], cancellationToken);
        return Page.Of(gifts, request.Limit, gift => HeldGiftView.Of(gift, numbers[gift.CardId]), gift => gift.Lot.ToString(CultureInfo.InvariantCulture));
    }
}
