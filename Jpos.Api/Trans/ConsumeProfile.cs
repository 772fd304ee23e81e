using Jpos.Api.Protocol;
using Jpos.Application.Messages;
using Jpos.Application.Trans;

namespace Jpos.Api.Trans;

internal sealed class ConsumeProfile : WireProfile
{
    public ConsumeProfile() => CreateMap<ConsumeOutcome, ConsumeAnswer>().IncludeBase<PointsOutcome, PointsAnswer>();
}
