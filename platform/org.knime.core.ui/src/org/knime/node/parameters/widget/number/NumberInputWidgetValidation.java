// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.number;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A limit of a number field. */
public interface NumberInputWidgetValidation extends BuiltinValidation {
    /** @return whether the limit itself is refused */
    default boolean isExclusive() {
        return false;
    }

    /** The smallest number. */
    abstract class MinValidation implements NumberInputWidgetValidation {
        /** @return the smallest number */
        protected abstract double getMin();

        @Override
        public String getErrorMessage() {
            return "The value must be %s %s.".formatted(isExclusive() ? "greater than" : "at least", getMin());
        }

        /** A number of at least 0. */
        public static final class IsNonNegativeValidation extends MinValidation {
            @Override
            public double getMin() {
                return 0;
            }
        }

        /** A number of at least 1. */
        public static final class IsPositiveIntegerValidation extends MinValidation {
            @Override
            public double getMin() {
                return 1;
            }
        }

        /** A number above 0. */
        public static final class IsPositiveDoubleValidation extends MinValidation {
            @Override
            public double getMin() {
                return 0;
            }

            @Override
            public boolean isExclusive() {
                return true;
            }
        }
    }

    /** The largest number. */
    abstract class MaxValidation implements NumberInputWidgetValidation {
        /** @return the largest number */
        protected abstract double getMax();

        @Override
        public String getErrorMessage() {
            return "The value must be %s %s.".formatted(isExclusive() ? "less than" : "at most", getMax());
        }
    }
}
