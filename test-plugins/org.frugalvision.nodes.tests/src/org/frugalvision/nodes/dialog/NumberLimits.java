// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.dialog;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;

import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/**
 * The limits of a number field.
 *
 * @param min the smallest number; empty without one
 * @param max the largest number; empty without one
 */
record NumberLimits(Optional<MinValidation> min, Optional<MaxValidation> max) {

    /** A fraction with fewer digits is a limit of its own; one with more stands for the open limit beside it. */
    private static final double DIGITS = 1000;

    static NumberLimits of(final Setting setting, final Dialog dialog) {
        return setting.annotation(NumberInputWidget.class).map(widget -> new NumberLimits(
            limit(widget.minValidation(), widget.minValidationProvider(), dialog),
            limit(widget.maxValidation(), widget.maxValidationProvider(), dialog)))
            .orElse(new NumberLimits(Optional.empty(), Optional.empty()));
    }

    @SuppressWarnings("unchecked")
    private static <T extends NumberInputWidgetValidation> Optional<T> limit(final Class<? extends T> fixed,
        final Class<?> provider, final Dialog dialog) {
        if (!Modifier.isAbstract(fixed.getModifiers())) {
            return Optional.of((T)Dialog.create(fixed));
        }
        return provider.getName().startsWith("org.frugalvision.") ? Optional.of((T)Computed.of(provider, dialog))
            : Optional.empty();
    }

    double smallest() {
        return number(min.orElseThrow(), "getMin");
    }

    double largest() {
        return number(max.orElseThrow(), "getMax");
    }

    /** The first number below the smallest one that the engine must refuse. */
    double below(final boolean whole) {
        final double limit = smallest();
        return whole ? limit - 1 : isOwn(limit) ? Math.nextDown(limit) : Math.floor(limit);
    }

    /** The first number above the largest one that the engine must refuse. */
    double above(final boolean whole) {
        final double limit = largest();
        return whole ? limit + 1 : isOwn(limit) ? Math.nextUp(limit) : Math.ceil(limit);
    }

    private static boolean isOwn(final double limit) {
        return limit == Math.rint(limit * DIGITS) / DIGITS;
    }

    private static double number(final Object validation, final String name) {
        for (Class<?> type = validation.getClass(); type != null; type = type.getSuperclass()) {
            try {
                final Method method = type.getDeclaredMethod(name);
                method.setAccessible(true);
                return (double)method.invoke(validation);
            } catch (final NoSuchMethodException e) {
                continue; // a superclass has it
            } catch (final ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError(validation + " has no " + name);
    }
}
