// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.Test;

/** Records of settings as texts, and back. */
public final class SettingsTest {

    private static final Example DEFAULTS = new Example(3, 5L, 0.5, true, Mode.FIRST_ONE, List.of(1.5, -2.0), "a b");

    private enum Mode {
        FIRST_ONE, SECOND
    }

    private record Example(int count, long many, double share, boolean on, Mode mode, List<Double> values,
        String name) {

        Example {
            if (count < 0) {
                throw new SettingsException("Count", "must be at least 0", count);
            }
        }
    }

    private record Nothing() {
    }

    @Test
    public void componentsAreKeys() {
        assertEquals(Map.of("count", "3", "many", "5", "share", "0.5", "on", "true", "mode", "first-one", "values",
            "1.5,-2.0", "name", "a b"), Settings.texts(DEFAULTS));
    }

    @Test
    public void textsGiveAnEqualRecordBack() {
        final Example other = new Example(0, -1, 1e-7, false, Mode.SECOND, List.of(), "");

        assertEquals(DEFAULTS, Settings.read("Example", other, Settings.texts(DEFAULTS)));
        assertEquals(other, Settings.read("Example", DEFAULTS, Settings.texts(other)));
    }

    @Test
    public void whatIsMissingHasItsDefault() {
        assertEquals(new Example(7, 5L, 0.5, true, Mode.FIRST_ONE, List.of(1.5, -2.0), "a b"),
            Settings.read("Example", DEFAULTS, Map.of("count", "7")));
    }

    @Test
    public void refusesUnknownKeys() {
        assertEquals("\"Example\" must have settings out of count, many, mode, name, on, share, values, but is "
            + "\"depth\".",
            refusal(DEFAULTS, "depth", "1"));
        assertEquals("\"Example\" must have no settings, but is \"depth\".", refusal(new Nothing(), "depth", "1"));
    }

    @Test
    public void refusesTextsThatAreNoValues() {
        assertEquals("\"count\" must be a number, but is \"1.5\".", refusal(DEFAULTS, "count", "1.5"));
        assertEquals("\"many\" must be a number, but is \"\".", refusal(DEFAULTS, "many", ""));
        assertEquals("\"share\" must be a number, but is \"half\".", refusal(DEFAULTS, "share", "half"));
        assertEquals("\"on\" must be true or false, but is \"yes\".", refusal(DEFAULTS, "on", "yes"));
        assertEquals("\"mode\" must be one of the choices of the list, but is \"FIRST_ONE\".",
            refusal(DEFAULTS, "mode", "FIRST_ONE"));
        assertEquals("\"values\" must be a number, but is \"x\".", refusal(DEFAULTS, "values", "1,x"));
    }

    @Test
    public void theRecordRefusesForItself() {
        assertEquals("\"Count\" must be at least 0, but is -1.", refusal(DEFAULTS, "count", "-1"));
    }

    @Test
    public void choicesKeepTheirSettingsInOrder() {
        final Map<String, String> settings = new HashMap<>(Map.of("b", "2", "a", "1"));
        final Choice choice = new Choice("some-method", settings);

        settings.clear();

        assertEquals("some-method{a=1, b=2}", choice.toString());
        assertThrows(UnsupportedOperationException.class, () -> choice.settings().clear());
    }

    private static String refusal(final Record defaults, final String key, final String text) {
        return assertThrows(SettingsException.class, () -> Settings.read("Example", defaults, Map.of(key, text)))
            .getMessage();
    }
}
