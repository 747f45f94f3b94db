package dev.podium.library;

import dev.podium.game.Course;
import dev.podium.game.Entry;
import dev.podium.game.Filter;
import dev.podium.game.Fold;
import dev.podium.game.Names;
import dev.podium.game.Ranks;
import dev.podium.game.Scoring;
import dev.podium.game.Settings;
import dev.podium.game.Sides;
import dev.podium.game.Team;
import dev.podium.http.Code;
import dev.podium.http.Constraints.Means;
import dev.podium.http.Input;
import dev.podium.http.Storable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;

/** The settings of a game as its host chooses them; what is absent is as in {@link Settings#DEFAULT}. */
@RegisterForReflection
@Schema(additionalProperties = Schema.False.class)
public record ChosenSettings(
        @Schema(defaultValue = "speed") Scoring scoring,

        @Schema(defaultValue = "true") Boolean partialCredit,
        @Schema(defaultValue = "true") Boolean streaks,

        @DecimalMin("0") @DecimalMax(MAX_COUNTDOWN_MS) @Digits(integer = 9, fraction = 0) @Schema(implementation = ChosenCountdown.Described.class, defaultValue = "3000")
        ChosenCountdown countdownMs,

        @Schema(defaultValue = "true") Boolean lateJoin,

        @Size(max = Limits.TEAMS) @DistinctNames
        List<@NotBlank @CodePointLength(max = Limits.TEAM) @Storable String> teams,

        @Schema(defaultValue = "false") Boolean automatic,
        @Schema(defaultValue = "false") Boolean shuffleChoices,

        @DecimalMin("1") @DecimalMax(MAX_PLAYERS) @Digits(integer = 9, fraction = 0) @Schema(type = SchemaType.INTEGER, defaultValue = "15000")
        Double maxPlayers,

        @Schema(defaultValue = "true") Boolean phoneText,

        @Valid ChosenLook look,

        @Schema(defaultValue = "shown") Ranks ranks,
        @Schema(defaultValue = "true") Boolean facts,

        @Schema(defaultValue = "false", description = "A new player waits until a host lets in who it is")
        Boolean approval,

        @Schema(defaultValue = "chosen", description = "Made: the server draws a name for each player")
        Names names,

        @Schema(defaultValue = "off", description = "Which names are refused, and which typed texts stand on no screen")
        Filter filter,

        @Valid ChosenIdentify identify,

        @DecimalMin("1") @DecimalMax(MAX_PLAYERS) @Digits(integer = 9, fraction = 0) @Schema(type = SchemaType.INTEGER, description = "How many a team has at most")
        Double teamSize,

        @Schema(defaultValue = "false", description = "The server deals players into teams of equal size")
        Boolean drawTeams,

        @Schema(
                defaultValue = "true",
                description = "Scores go on from round to round; else each begins at 0, and places count")
        Boolean carry,

        @DecimalMin(MIN_BREAK_MS) @DecimalMax(MAX_BREAK_MS) @Digits(integer = 9, fraction = 0) @Schema(
                type = SchemaType.INTEGER,
                description = "How long a break between two rounds takes; without it there is no clock")
        Double breakMs,

        @Valid ChosenPace pace)
        implements Input {

    private static final String MAX_COUNTDOWN_MS = "" + Limits.MAX_COUNTDOWN_MS;
    private static final String MIN_BREAK_MS = "" + Limits.MIN_BREAK_MS;
    private static final String MAX_BREAK_MS = "" + Limits.MAX_BREAK_MS;
    private static final String MAX_PLAYERS = "" + Limits.MAX_PLAYERS;

    /** As the game takes them; teams get their ids when the plan is frozen. */
    public Settings settings() {
        var otherwise = Settings.DEFAULT;
        return new Settings(
                scoring == null ? otherwise.scoring() : scoring,
                or(partialCredit, otherwise.partialCredit()),
                or(streaks, otherwise.streaks()),
                countdownMs == null ? otherwise.countdownMs() : countdownMs.ms(),
                or(lateJoin, otherwise.lateJoin()),
                teams == null
                        ? List.of()
                        : teams.stream().map(name -> new Team("", name.strip())).toList(),
                or(automatic, otherwise.automatic()),
                or(shuffleChoices, otherwise.shuffleChoices()),
                maxPlayers == null ? otherwise.maxPlayers() : maxPlayers.intValue(),
                or(phoneText, otherwise.phoneText()),
                look == null ? otherwise.look() : look.look(),
                ranks == null ? otherwise.ranks() : ranks,
                or(facts, otherwise.facts()),
                entry(otherwise.entry()),
                course(otherwise.course()));
    }

    private Course course(Course otherwise) {
        return new Course(
                or(carry, otherwise.carry()),
                breakMs == null ? null : (Long) breakMs.longValue(),
                pace == null ? otherwise.pace() : pace.pace());
    }

    private Entry entry(Entry otherwise) {
        return new Entry(
                or(approval, otherwise.approval()),
                names == null ? otherwise.names() : names,
                filter == null ? otherwise.filter() : filter,
                identify == null ? otherwise.identify() : identify.label().strip(),
                new Sides(
                        teamSize == null ? 0 : teamSize.intValue(),
                        or(drawTeams, otherwise.sides().dealt())));
    }

    private static boolean or(Boolean chosen, boolean otherwise) {
        return Optional.ofNullable(chosen).orElse(otherwise);
    }

    /** No name means the same as an earlier one. */
    @Means(Code.DUPLICATE)
    @Constraint(validatedBy = DistinctNames.Check.class)
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface DistinctNames {
        String message() default "This is there already.";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        final class Check implements ConstraintValidator<DistinctNames, List<String>> {
            @Override
            public boolean isValid(List<String> names, ConstraintValidatorContext context) {
                var seen = new HashSet<String>();
                boolean distinct = true;
                for (var i = 0; names != null && i < names.size(); i++) {
                    var name = names.get(i);
                    if (name == null || name.isBlank() || seen.add(Fold.of(name))) continue;
                    if (distinct) context.disableDefaultConstraintViolation();
                    distinct = false;
                    context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                            .addContainerElementNode("<list element>", List.class, 0)
                            .inIterable()
                            .atIndex(i)
                            .addConstraintViolation();
                }
                return distinct;
            }
        }
    }
}
