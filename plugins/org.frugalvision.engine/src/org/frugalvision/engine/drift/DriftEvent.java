// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

/**
 * A detector became alarmed, or more than it was.
 *
 * @param position of the row among those that are watched, from 1 on
 * @param id row key
 * @param detector the detector
 * @param reading what it says; its level is warning or drift
 */
public record DriftEvent(long position, String id, DetectorInfo detector, Reading reading) {
}
