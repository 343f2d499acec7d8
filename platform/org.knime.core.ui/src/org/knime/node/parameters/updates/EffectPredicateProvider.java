// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

import java.util.function.Predicate;
import org.knime.node.parameters.NodeParametersInput;

/** Declares the condition of an {@link Effect}. */
public interface EffectPredicateProvider {
    /**
     * @param initializer gives access to the fields
     * @return the condition
     */
    EffectPredicate init(PredicateInitializer initializer);

    /** Gives access to the fields on which a condition depends. */
    interface PredicateInitializer {
        /**
         * @param reference a text field
         * @return conditions on it
         */
        StringReference getString(Class<? extends ParameterReference<String>> reference);

        /**
         * @param reference a boolean field
         * @return conditions on it
         */
        BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference);

        /**
         * @param <T> the type of an element
         * @param reference an array field
         * @return conditions on it
         */
        <T> ArrayReference getArray(Class<? extends ParameterReference<T[]>> reference);

        /**
         * @param <E> the enum
         * @param reference an enum field
         * @return conditions on it
         */
        <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference);

        /**
         * @param reference a field
         * @return whether the dialog does not have it
         */
        boolean isMissing(Class<? extends ParameterReference<?>> reference);

        /**
         * @param condition a condition on the node
         * @return the same condition, computed once
         */
        EffectPredicate getConstant(Predicate<NodeParametersInput> condition);

        /**
         * @param provider declares a condition
         * @return that condition
         */
        EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> provider);

        /**
         * @param provider declares a condition
         * @return that condition
         */
        EffectPredicate getPredicate(EffectPredicateProvider provider);

        /** @return never holds */
        default EffectPredicate never() {
            return getConstant(input -> false);
        }

        /** @return always holds */
        default EffectPredicate always() {
            return getConstant(input -> true);
        }

        /** Conditions on a text field. */
        interface StringReference {
            /**
             * @param value a text
             * @return holds when the field has that text
             */
            EffectPredicate isEqualTo(String value);

            /**
             * @param pattern a regular expression
             * @return holds when the text matches
             */
            EffectPredicate matchesPattern(String pattern);
        }

        /** Conditions on a boolean field. */
        interface BooleanReference {
            /** @return holds when the field is true */
            EffectPredicate isTrue();

            /** @return holds when the field is false */
            EffectPredicate isFalse();
        }

        /** Conditions on an array field. */
        interface ArrayReference {
            /** @return holds when the array has more than one element */
            EffectPredicate hasMultipleItems();

            /**
             * @param element declares a condition on an element
             * @return holds when one element satisfies it
             */
            EffectPredicate containsElementSatisfying(EffectPredicateProvider element);
        }

        /**
         * Conditions on an enum field.
         *
         * @param <E> the enum
         */
        interface EnumReference<E extends Enum<E>> {
            /**
             * @param constants some constants
             * @return holds when the field is one of them
             */
            @SuppressWarnings("unchecked")
            EffectPredicate isOneOf(E... constants);
        }
    }
}
