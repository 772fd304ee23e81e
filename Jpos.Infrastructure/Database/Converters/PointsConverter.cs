using Jpos.Domain;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

internal sealed class PointsConverter() : ValueConverter<Points, long>(value => value.Hundredths, stored => Points.FromHundredths(stored));
