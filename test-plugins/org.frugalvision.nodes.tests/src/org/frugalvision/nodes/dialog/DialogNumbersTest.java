// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.dialog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation;

/** Number fields take what the engine takes; the engine itself is asked, through the parameters. */
@RunWith(Parameterized.class)
public class DialogNumbersTest {

    /** Values of which 0 is as good as any other: a share, a distance, a coordinate. */
    private static final Set<String> ZERO_IS_A_NUMBER = Set.of("Probability", "Momentum", "Decay", "Strictness",
        "Share of full epochs at the end", "Share of the epochs before freezing",
        "Share of the epochs without weights (1 = all)", "Share of the epochs before averaging",
        "Smallest improvement", "Maximum hash distance (bits, 0-64)", "Maximum gray difference (0-255)",
        "Threshold of labels");

    private final Dialog m_dialog;

    public DialogNumbersTest(final Dialog dialog) {
        m_dialog = dialog;
    }

    @Parameters(name = "{0}")
    public static List<Object[]> dialogs() {
        return Dialog.all().stream().map(dialog -> new Object[]{dialog}).toList();
    }

    private List<Setting> numbers() {
        return m_dialog.settings().stream().filter(Setting::isNumber).toList();
    }

    /** The frontend moves a number to an exclusive minimum plus 0.1 when the field is merely touched. */
    @Test
    public void limitsAreInclusive() {
        for (final Setting setting : numbers()) {
            final NumberLimits limits = NumberLimits.of(setting, m_dialog);
            assertFalse(setting.path(), limits.min().filter(NumberInputWidgetValidation::isExclusive).isPresent());
            assertFalse(setting.path(), limits.max().filter(NumberInputWidgetValidation::isExclusive).isPresent());
        }
    }

    @Test
    public void theSmallestNumberIsThatOfTheEngine() {
        for (final Setting setting : numbers()) {
            final boolean whole = setting.isWhole();
            final boolean limited = NumberLimits.of(setting, m_dialog).min().isPresent();
            assertLimit(setting, limited, NumberLimits::smallest, limits -> limits.below(whole),
                whole ? Integer.MIN_VALUE : -Double.MAX_VALUE);
        }
    }

    @Test
    public void theLargestNumberIsThatOfTheEngine() {
        for (final Setting setting : numbers()) {
            final boolean whole = setting.isWhole();
            final boolean limited = NumberLimits.of(setting, m_dialog).max().isPresent();
            assertLimit(setting, limited, NumberLimits::largest, limits -> limits.above(whole),
                whole ? Integer.MAX_VALUE : Double.MAX_VALUE);
        }
    }

    /** Where 0 switches something off, the title says it, in brackets. */
    @Test
    public void zeroThatMeansNothingSaysSo() {
        for (final Setting setting : numbers()) {
            final boolean zero = NumberLimits.of(setting, m_dialog).min().isPresent()
                && NumberLimits.of(setting, m_dialog).smallest() == 0;
            assertEquals(setting.path() + ": " + setting.title(),
                zero && !ZERO_IS_A_NUMBER.contains(setting.title()), setting.title().matches(".*\\(.*\\b0 = .+\\)"));
            assertFalse(setting.help(), setting.help().matches("(?s).*\\b0 (=|is|means|switches)\\b.*"));
        }
    }

    /** The limit is taken in one of the states that show the setting; beyond it none stays possible. */
    private void assertLimit(final Setting setting, final boolean limited, final ToDoubleFunction<NumberLimits> limit,
        final ToDoubleFunction<NumberLimits> beyond, final double endless) {
        boolean taken = false;
        final List<Dialog> states = Conditions.whereShown(m_dialog, setting.path());
        assertFalse(setting.path() + " is never shown", states.isEmpty());
        for (final Dialog state : states) {
            final NumberLimits limits = NumberLimits.of(state.setting(setting.path()), state);
            final Object usual = state.setting(setting.path()).value();
            taken |= takes(state, setting, limited ? limit.applyAsDouble(limits) : endless);
            state.setting(setting.path()).set(usual);
            if (limited) {
                assertRefuses(state, setting, beyond.applyAsDouble(limits));
            }
        }
        assertTrue("%s must take its limit".formatted(setting.path()), taken);
    }

    /** Also with its neighbors at the same value, as a smallest area is at most the largest one. */
    private static boolean takes(final Dialog state, final Setting setting, final double value) {
        final Setting own = state.setting(setting.path());
        own.set(value);
        if (refusal(state, setting).isEmpty()) {
            return true;
        }
        final Map<Setting, Object> before = new HashMap<>();
        state.settings().stream().filter(other -> other.holder() == own.holder() && other.isNumber())
            .forEach(other -> before.put(other, other.value()));
        before.keySet().forEach(other -> other.set(value));
        final boolean taken = refusal(state, setting).isEmpty();
        before.forEach(Setting::set);
        return taken;
    }

    private static void assertRefuses(final Dialog state, final Setting setting, final double value) {
        final boolean before = state.refusal().isPresent();
        state.setting(setting.path()).set(value);
        assertTrue("%s must not be %s, but the node says %s".formatted(setting.path(), value, state.refusal()),
            before || refusal(state, setting).isPresent());
    }

    /** What the node says about this setting, by the title that the dialog shows. */
    private static Optional<String> refusal(final Dialog state, final Setting setting) {
        return state.refusal().filter(message -> {
            final String named = message.substring(1, message.indexOf('"', 1));
            return setting.title().equals(named) || setting.title().startsWith(named + " (")
                || named.startsWith(setting.title() + " of ");
        });
    }
}
