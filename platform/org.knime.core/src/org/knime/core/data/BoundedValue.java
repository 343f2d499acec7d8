// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A cell with an order, so that its column has a lower and an upper bound. */
public interface BoundedValue extends DataValue {
}
