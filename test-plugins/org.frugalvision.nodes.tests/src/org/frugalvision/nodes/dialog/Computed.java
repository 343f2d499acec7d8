// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.dialog;

import java.lang.reflect.Proxy;
import java.util.function.Supplier;

import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.StateProvider.StateProviderInitializer;
import org.knime.node.parameters.updates.ValueReference;

/** What a dialog computes from the values of its settings. */
final class Computed {

    private Computed() {
    }

    /** What an instance of that class computes for the dialog as it is. */
    static Object of(final Class<?> provider, final Dialog dialog) {
        final var computed = (StateProvider<?>)Dialog.create(provider);
        computed.init((StateProviderInitializer)Proxy.newProxyInstance(Computed.class.getClassLoader(),
            new Class<?>[]{StateProviderInitializer.class}, (self, method, arguments) -> switch (method.getName()) {
                case "computeFromValueSupplier" -> value((Class<?>)arguments[0], dialog);
                case "computeBeforeOpenDialog" -> null;
                default -> throw new AssertionError("Nothing computed may ask " + method);
            }));
        try {
            return computed.computeState(Conditions.input(true));
        } catch (final Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Supplier<Object> value(final Class<?> reference, final Dialog dialog) {
        return dialog.fields().stream().filter(field -> field.annotation(ValueReference.class)
            .filter(named -> named.value() == reference).isPresent()).findFirst()
            .<Supplier<Object>>map(setting -> setting::value)
            .orElseThrow(() -> new AssertionError(reference + " refers to nothing in " + dialog));
    }
}
