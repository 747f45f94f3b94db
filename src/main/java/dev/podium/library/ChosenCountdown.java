package dev.podium.library;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.podium.game.Settings;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A countdown as a host chooses it: a number of milliseconds, which constraints judge as one, or {@code "auto"}. */
@JsonDeserialize(using = ChosenCountdown.Reader.class)
final class ChosenCountdown extends Number {
    private static final long serialVersionUID = 1;
    private static final ChosenCountdown AUTO = new ChosenCountdown(0, true);

    /** For the API's description alone, as are the two it names. */
    @Schema(
            name = "Countdown",
            oneOf = {Milliseconds.class, ReadingTime.class})
    interface Described {}

    @Schema(name = "Milliseconds", type = SchemaType.INTEGER, minimum = "0", maximum = "" + Limits.MAX_COUNTDOWN_MS)
    interface Milliseconds {}

    @Schema(
            name = "ReadingTime",
            type = SchemaType.STRING,
            enumeration = SettingsJson.AUTO,
            description = "As long as the question takes to read")
    interface ReadingTime {}

    private final double number;
    private final boolean auto;

    private ChosenCountdown(double number, boolean auto) {
        this.number = number;
        this.auto = auto;
    }

    /** As {@link Settings} take it. */
    long ms() {
        return auto ? Settings.READING_TIME : longValue();
    }

    @Override
    public int intValue() {
        return (int) number;
    }

    @Override
    public long longValue() {
        return (long) number;
    }

    @Override
    public float floatValue() {
        return (float) number;
    }

    @Override
    public double doubleValue() {
        return number;
    }

    @Override
    public String toString() {
        return Double.toString(number);
    }

    @RegisterForReflection
    static final class Reader extends StdDeserializer<ChosenCountdown> {
        private static final long serialVersionUID = 1;

        Reader() {
            super(ChosenCountdown.class);
        }

        @Override
        public ChosenCountdown deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken().isNumeric()) return new ChosenCountdown(json.getDoubleValue(), false);
            if (json.currentToken() == JsonToken.VALUE_STRING && json.getText().equals(SettingsJson.AUTO)) return AUTO;
            return context.reportInputMismatch(this, "a number or a word");
        }
    }
}
