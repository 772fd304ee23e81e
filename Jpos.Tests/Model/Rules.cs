namespace Jpos.Tests.Model;

/// <summary>The programme's rules that the model knows.</summary>
internal sealed record Rules(decimal PointValue = 1m, bool GiftsAtOnce = false, bool RefundMayOwe = false, decimal LargeGift = 5000m, decimal MostPerConsume = 50_000m, decimal MostGiftsPerDay = 100_000m);
