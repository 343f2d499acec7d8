// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.dialog;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.knime.core.data.DataTableSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer.BooleanReference;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer.EnumReference;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer.StringReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;

/** Evaluates when settings of a dialog are shown; proxies stand for the interfaces, which differ between releases. */
final class Conditions {

    private final Dialog m_dialog;

    private final boolean m_connected;

    private final Set<Setting> m_asked = new LinkedHashSet<>();

    /** With everything connected, or none of the optional inputs. */
    Conditions(final Dialog dialog, final boolean connected) {
        m_dialog = dialog;
        m_connected = connected;
    }

    /** Whether the dialog shows the setting. */
    boolean shows(final Setting setting) {
        boolean shown = true;
        for (final Effect effect : setting.effects()) {
            final boolean holds = holds((EffectPredicateProvider)Dialog.create(effect.predicate()));
            shown &= switch (effect.type()) {
                case SHOW -> holds;
                case HIDE -> !holds;
                default -> true;
            };
        }
        return shown;
    }

    /** The settings on which it depended so far whether others are shown. */
    Set<Setting> asked() {
        return m_asked;
    }

    /** Dialogs in all states in which the setting is shown, one per choice of what that depends on. */
    static List<Dialog> whereShown(final Dialog dialog, final String path) {
        final List<Dialog> shown = new ArrayList<>();
        for (final boolean connected : new boolean[]{true, false}) {
            for (final Dialog state : states(dialog, path, connected)) {
                if (new Conditions(state, connected).shows(state.setting(path))) {
                    shown.add(state);
                }
            }
        }
        return shown;
    }

    private static List<Dialog> states(final Dialog dialog, final String path, final boolean connected) {
        final var conditions = new Conditions(dialog, connected);
        conditions.shows(dialog.setting(path));
        List<List<Object>> choices = List.of(List.of());
        for (final Setting asked : conditions.asked()) {
            choices = choices.stream().flatMap(chosen -> values(asked).stream().map(value -> {
                final var more = new ArrayList<>(chosen);
                more.add(value);
                return (List<Object>)more;
            })).toList();
        }
        return choices.stream().map(values -> {
            final Dialog state = dialog.fresh();
            int i = 0;
            for (final Setting asked : conditions.asked()) {
                state.setting(asked.path()).set(values.get(i++));
            }
            return state;
        }).toList();
    }

    /** Every value of a choice; of other texts an empty and a full one. */
    private static List<?> values(final Setting setting) {
        if (setting.field().getType().isEnum()) {
            return List.of(setting.field().getType().getEnumConstants());
        }
        if (setting.field().getType() == boolean.class) {
            return List.of(true, false);
        }
        return setting.annotation(ChoicesProvider.class).map(provider -> Dialog.create(provider.value()))
            .filter(StringChoicesProvider.class::isInstance)
            .<List<?>>map(provider -> ((StringChoicesProvider)provider).choices(null)).orElse(List.of("", "x"));
    }

    private boolean holds(final EffectPredicateProvider provider) {
        return value(provider.init(proxy(PredicateInitializer.class, (self, method, arguments) ->
            switch (method.getName()) {
                case "getConstant" -> condition(test((Predicate<?>)arguments[0]));
                case "getPredicate" -> condition(holds(arguments[0] instanceof Class<?> type
                    ? (EffectPredicateProvider)Dialog.create(type) : (EffectPredicateProvider)arguments[0]));
                case "getString" -> text((String)value((Class<?>)arguments[0]));
                case "getBoolean" -> bool((Boolean)value((Class<?>)arguments[0]));
                case "getEnum" -> choice((Enum<?>)value((Class<?>)arguments[0]));
                default -> throw new AssertionError("No condition may ask " + method);
            })));
    }

    @SuppressWarnings("unchecked")
    private boolean test(final Predicate<?> condition) {
        return ((Predicate<NodeParametersInput>)condition).test(input(m_connected));
    }

    /** What a dialog knows about its inputs: something is connected to each, or nothing to any. */
    static NodeParametersInput input(final boolean connected) {
        return proxy(NodeParametersInput.class, (self, method, arguments) -> {
            if (method.getName().equals("getInPortSpec") || method.getName().equals("getInTableSpec")) {
                return connected ? Optional.of(new DataTableSpec()) : Optional.empty();
            }
            throw new AssertionError("No condition may ask " + method);
        });
    }

    private Object value(final Class<?> reference) {
        final Setting setting = m_dialog.fields().stream().filter(field -> field.annotation(ValueReference.class)
            .filter(named -> named.value() == reference).isPresent()).findFirst()
            .orElseThrow(() -> new AssertionError(reference + " refers to nothing in " + m_dialog));
        m_asked.add(setting);
        return setting.value();
    }

    private static StringReference text(final String value) {
        return proxy(StringReference.class, (self, method, arguments) -> condition(
            method.getName().equals("isEqualTo") ? value.equals(arguments[0])
                : Pattern.compile((String)arguments[0]).matcher(value).find()));
    }

    private static BooleanReference bool(final boolean value) {
        return proxy(BooleanReference.class,
            (self, method, arguments) -> condition(method.getName().equals("isTrue") == value));
    }

    private static EnumReference<?> choice(final Enum<?> value) {
        return proxy(EnumReference.class,
            (self, method, arguments) -> condition(Arrays.asList((Object[])arguments[0]).contains(value)));
    }

    /** A condition that is a value already. */
    private static EffectPredicate condition(final boolean holds) {
        return proxy(EffectPredicate.class, (self, method, arguments) -> switch (method.getName()) {
            case "and" -> condition(holds & value((EffectPredicate)arguments[0]));
            case "or" -> condition(holds | value((EffectPredicate)arguments[0]));
            case "negate" -> condition(!holds);
            default -> holds;
        });
    }

    /** Of a condition made here, which answers any other question by its value. */
    private static boolean value(final EffectPredicate condition) {
        try {
            return (boolean)Proxy.getInvocationHandler(condition).invoke(condition,
                Object.class.getMethod("toString"), null);
        } catch (final Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T proxy(final Class<T> type, final InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
    }
}
