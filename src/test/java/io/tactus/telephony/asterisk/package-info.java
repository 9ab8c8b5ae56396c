/** The adapter held against the recorded protocol: unit tests, a raw AMI server that misbehaves, and one suite for both Asterisks. */
package io.tactus.telephony.asterisk;
