// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.reduce;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Limits of number fields, all inclusive; those of the engine's records. */
public final class ReduceLimits {

    private ReduceLimits() {
    }

    /** At least 1. */
    public static final class FromOne extends MinValidation {
        @Override
        protected double getMin() {
            return 1;
        }
    }

    /** At most 99. */
    public static final class UpTo99 extends MaxValidation {
        @Override
        protected double getMax() {
            return 99;
        }
    }

    /** At most 100. */
    public static final class UpTo100 extends MaxValidation {
        @Override
        protected double getMax() {
            return 100;
        }
    }

    /** At most 256. */
    public static final class UpTo256 extends MaxValidation {
        @Override
        protected double getMax() {
            return 256;
        }
    }

    /** At most 1,024. */
    public static final class UpTo1024 extends MaxValidation {
        @Override
        protected double getMax() {
            return 1_024;
        }
    }

    /** At most 10,000. */
    public static final class UpTo10000 extends MaxValidation {
        @Override
        protected double getMax() {
            return 10_000;
        }
    }

    /** At most 65,536. */
    public static final class UpTo65536 extends MaxValidation {
        @Override
        protected double getMax() {
            return 65_536;
        }
    }

    /** At most 1,000,000. */
    public static final class UpToMillion extends MaxValidation {
        @Override
        protected double getMax() {
            return 1_000_000;
        }
    }

    /** Above zero, as far as a field of inclusive limits can say it. */
    public static final class AboveZero extends MinValidation {
        @Override
        protected double getMin() {
            return 1e-6;
        }
    }

    /** At most 10. */
    public static final class UpTo10 extends MaxValidation {
        @Override
        protected double getMax() {
            return 10;
        }
    }
}
