using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>Maps values that all answers share from the domain to the wire. Each endpoint has a profile beside its answer.</summary>
internal sealed class AnswerProfile : WireProfile
{
    public AnswerProfile(ProtocolSettings options)
    {
        CreateMap<Points, decimal>().ConvertUsing(points => points.ToDecimal());
        CreateMap<Money, decimal>().ConvertUsing(money => money.ToDecimal());
        CreateMap<DateTime, long>().ConvertUsing(utc => options.TimeUnit == TimeUnit.Seconds
            ? new DateTimeOffset(utc).ToUnixTimeSeconds()
            : new DateTimeOffset(utc).ToUnixTimeMilliseconds());

        CreateMap<Outcome, TerminalAnswer>()
            .ForMember(answer => answer.Status, map => map.MapFrom(outcome => outcome.Code.Code))
            .ForMember(answer => answer.Message, map => map.MapFrom(outcome => outcome.Code.Message))
            .ForMember(answer => answer.Detail, map => map.MapFrom(outcome => options.Detail && outcome.Detail.Length > 0 ? outcome.Detail : null))
            .ForMember(answer => answer.TransTime, map => map.MapFrom(outcome => outcome.At));
        CreateMap<PointsOutcome, PointsAnswer>()
            .IncludeBase<Outcome, TerminalAnswer>()
            .ForMember(answer => answer.SerialNo, map => map.MapFrom(outcome => outcome.Serial == null ? "" : outcome.Serial.ToString()))
            .ForMember(answer => answer.PointBalance, map => map.MapFrom(outcome => outcome.Balance))
            .ForMember(answer => answer.AvaiablePointBalance, map => map.MapFrom(outcome => outcome.Available))
            .ForMember(answer => answer.UsePoint, map => map.MapFrom(outcome => outcome.Used))
            .ForMember(answer => answer.PersentPoint, map => map.MapFrom(outcome => outcome.Awarded));
    }
}
